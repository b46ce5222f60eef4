package bpmn

import (
	"tasuki/graph/xmltree"
)

// The namespaces of BPMN 2.0, and of what the writer adds.
const (
	spaceModel   = "http://www.omg.org/spec/BPMN/20100524/MODEL"
	spaceDiagram = "http://www.omg.org/spec/BPMN/20100524/DI"
	spaceOwn     = "urn:tasuki:bpmn"
)

// model is what a file says, each reference followed.
type model struct {
	file      string
	root      *xmltree.Element
	byID      map[string]*xmltree.Element
	account   *account
	processes []*process
	pools     []*pool
	nodes     []*node
	node      map[string]*node
	flows     []*edge // sequence flows
	messages  []*message
	lanes     []*lane
	pool      map[string]*pool // by its ID, and by that of its process
	opaque    []*process       // of pools that show none
	listeners int
}

// process is a process of the file.
type process struct {
	id, name string
	el       *xmltree.Element
	pool     *pool // nil: it is in none
	nodes    []*node
	lanes    []*lane // the outermost
	flow     *flow
}

// pool is a participant of a collaboration.
type pool struct {
	id, name string
	el       *xmltree.Element
	process  *process // nil: nothing in it is shown, and no message ends at it
	org      string
	node     *node // where messages end at it as a whole
}

// lane is a lane of a pool or of another lane.
type lane struct {
	id, name string
	el       *xmltree.Element
	process  *process
	within   *lane
	depth    int
	org      string
	refs     []string
	inner    []*lane
}

// node is a flow node: an activity, an event or a gateway; or a pool where messages end.
type node struct {
	id, kind, name string
	el             *xmltree.Element
	line           int
	process        *process
	pool           *pool
	within         *node // the sub-process that it stands in
	inside         []*node
	host           *node // of a boundary event
	boundary       []*node
	interrupts     bool     // whether a boundary event ends what its host does
	triggers       []string // kinds of the definitions of an event
	lanes          []*lane
	out            []*edge // to where work goes, by sequence
	incoming       int     // how many of these lead here
	task           string  // ID of the task that it becomes; gateways get one where they stay
	stays          bool    // a gateway that no level of branches can say
	circle         string  // of a start or a goal that the writer has drawn
	starts, goal   bool    // a circle says so
	again          bool    // another node is the same task
	made           bool    // no element of the file
	spoken         bool    // messages end here
	ends           *node   // of a sub-process: where work leaves it
	late           []*node // ends of sub-processes inside that an event starts
}

// edge leads from a node to another.
type edge struct {
	from, to *node
	el       *xmltree.Element // nil: it is implied
	when     condition
	optional bool
}

// message is a message flow.
type message struct {
	id, name string
	el       *xmltree.Element
	from, to *node
	report   bool // it answers another
}

// activities, events and gateways are the types of flow nodes.
var (
	activities = set("task userTask serviceTask sendTask receiveTask manualTask businessRuleTask scriptTask callActivity subProcess transaction adHocSubProcess")
	events     = set("startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent implicitThrowEvent")
	gateways   = set("exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway complexGateway")
	containers = set("subProcess transaction adHocSubProcess")
)

func (n *node) isGateway() bool { return gateways[n.kind] }

// nested reports whether the node is a sub-process of which the content is shown.
func (n *node) nested() bool { return len(n.inside) > 0 }

func (n *node) triggered(kind string) bool {
	for _, t := range n.triggers {
		if t == kind {
			return true
		}
	}
	return false
}

// apart reports whether the node is a sub-process that an event starts, not a flow.
func (n *node) apart() bool { return n.el != nil && n.el.Attribute("triggeredByEvent") == "true" }

// undoes reports whether the activity makes up for another that was done.
func (n *node) undoes() bool { return n.el != nil && n.el.Attribute("isForCompensation") == "true" }
