package bpmn

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/graph/xmltree"
)

// account notes what becomes of each element.
type account struct {
	file   string
	mapped map[*xmltree.Element]bool
	left   map[*xmltree.Element]said.Note
	notes  []said.Note
	noted  map[string]bool // what notes say
}

func newAccount(file string) *account {
	return &account{file: file, mapped: map[*xmltree.Element]bool{}, left: map[*xmltree.Element]said.Note{}, noted: map[string]bool{}}
}

func (a *account) leave(e *xmltree.Element, why said.Note) {
	if e != nil {
		a.left[e] = why
	}
}

func (a *account) note(n said.Note) {
	if !a.noted[n.String()] {
		a.noted[n.String()] = true
		a.notes = append(a.notes, n)
	}
}

// Why elements are left out.
var (
	noName     = said.Notef("a lane without a name, in no pool, says of nobody that he performs what stands in it")
	noPart     = said.Notef("it says nothing about who does what or what follows what")
	noData     = said.Notef("data are no work: what is handed over is named by message flows alone")
	noPicture  = said.Notef("it says where the picture has its parts")
	noText     = said.Notef("it is a remark for readers of the picture")
	noTool     = said.Notef("it says what one tool needs, or one engine")
	noSetOff   = said.Notef("what sets an event off is no part of a handoff")
	noPerson   = said.Notef("it names people or roles beside pools and lanes, who are taken for those who perform")
	noItself   = said.Notef("it leads from a task to itself")
	noOther    = said.Notef("choreographies and conversations show messages that no pool is seen to work on")
	noProgram  = said.Notef("it defines what programs exchange")
	noLoop     = said.Notef("how often a task is repeated is no part of a dataset")
	noRelation = said.Notef("it joins remarks or data to the work")
)

// reasons are why types of elements are left out; noPart where they are not listed.
var reasons = byType(map[string]said.Note{
	"dataObject dataObjectReference dataStore dataStoreReference dataInput dataOutput dataInputAssociation dataOutputAssociation ioSpecification inputSet outputSet dataState property ioBinding": noData,
	"BPMNDiagram": noPicture,
	"textAnnotation group category categoryValue auditing monitoring": noText,
	"association": noRelation,
	"extensionElements extension import relationship": noTool,
	"messageEventDefinition timerEventDefinition errorEventDefinition escalationEventDefinition signalEventDefinition conditionalEventDefinition compensateEventDefinition cancelEventDefinition terminateEventDefinition linkEventDefinition eventDefinition": noSetOff,
	"performer potentialOwner humanPerformer resourceRole resource resourceParameter partnerEntity partnerRole globalUserTask":                                                                                                                                 noPerson,
	"message error escalation signal itemDefinition interface operation endPoint correlationProperty correlationKey correlationSubscription globalTask":                                                                                                        noProgram,
	"choreography choreographyTask subChoreography callChoreography conversation subConversation callConversation conversationLink conversationNode globalConversation":                                                                                        noOther,
	"standardLoopCharacteristics multiInstanceLoopCharacteristics": noLoop,
})

func byType(m map[string]said.Note) map[string]said.Note {
	all := map[string]said.Note{}
	for types, why := range m {
		for t := range set(types) {
			all[t] = why
		}
	}
	return all
}

// parts are elements that are counted with what they stand in.
var parts = set(`definitions incoming outgoing flowNodeRef conditionExpression documentation text sourceRef targetRef
	dataInputRefs dataOutputRefs optionalInputRefs optionalOutputRefs inputSetRefs outputSetRefs whileExecutingInputRefs whileExecutingOutputRefs
	eventDefinitionRef resourceRef resourceAssignmentExpression resourceParameterBinding formalExpression expression timeDuration timeDate timeCycle condition
	assignment from to transformation supportedInterfaceRef interfaceRef operationRef inMessageRef outMessageRef errorRef participantRef messageFlowRef
	participantMultiplicity participantAssociation messageFlowAssociation innerParticipantRef outerParticipantRef categoryValueRef partitionElement childLaneSet
	loopCondition loopCardinality loopDataInputRef loopDataOutputRef inputDataItem outputDataItem completionCondition complexBehaviorDefinition
	activationCondition script ioBinding supports value correlationPropertyRef messagePath dataPath correlationPropertyRetrievalExpression correlationPropertyBinding
	choreographyRef source target`)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		s[w] = true
	}
	return s
}

// facts are the types that become facts unless something else is noted.
var facts = set("process collaboration participant laneSet lane sequenceFlow messageFlow")

// count returns what became of the elements below one, by type, with what nothing is left
// out of first by name.
func (a *account) count(root *xmltree.Element) []graph.ElementCount {
	counts := map[string]*graph.ElementCount{}
	var walk func(e *xmltree.Element)
	walk = func(e *xmltree.Element) {
		for _, c := range e.Children {
			if !parts[c.Name] && c.Space != spaceOwn {
				a.one(counts, c)
			}
			walk(c)
		}
	}
	walk(root)
	var list []graph.ElementCount
	for _, t := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, *counts[t])
	}
	return list
}

func (a *account) one(counts map[string]*graph.ElementCount, e *xmltree.Element) {
	c := counts[e.Name]
	if c == nil {
		c = &graph.ElementCount{Type: e.Name}
		counts[e.Name] = c
	}
	c.In++
	why, left := a.left[e]
	fact := facts[e.Name] || activities[e.Name] || events[e.Name] || gateways[e.Name] || a.mapped[e]
	if !left && fact {
		c.Mapped++
		return
	}
	if !left {
		if why, left = reasons[e.Name]; !left {
			why = noPart
		}
	}
	id := cmp.Or(e.Attribute("id"), graph.Source{File: a.file, Line: e.Line}.String())
	for i := range c.Left {
		if c.Left[i].Reason.Equal(why) {
			c.Left[i].IDs = append(c.Left[i].IDs, id)
			return
		}
	}
	c.Left = append(c.Left, graph.LeftOut{Reason: why, IDs: []string{id}})
}
