package bpmn

import "fmt"

// picture writes where everything stands: pools below each other.
func (w *writer) picture(list []*sketch) {
	w.WriteString("\t<bpmndi:BPMNDiagram id=\"diagram\">\n\t\t<bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"collaboration\">\n")
	y := 0
	for _, s := range list {
		s.y = y
		w.shape(s.id+"-pool", " isHorizontal=\"true\"", 0, s.y, s.width, s.height)
		var lanes func(list []*band)
		lanes = func(list []*band) {
			for _, b := range list {
				w.shape(b.id, " isHorizontal=\"true\"", b.x, s.y+b.y, b.w, b.h)
				lanes(b.inner)
			}
		}
		lanes(s.bands)
		for _, p := range s.parts {
			w.shape(p.id, "", p.x, s.y+p.y, p.w, p.h)
		}
		for _, a := range s.arrows {
			w.edge(a, s.y)
		}
		y += s.height + slotHeight/2
	}
	w.WriteString("\t\t</bpmndi:BPMNPlane>\n\t</bpmndi:BPMNDiagram>\n")
}

func (w *writer) shape(id, more string, x, y, width, height int) {
	fmt.Fprintf(w, "\t\t\t<bpmndi:BPMNShape id=\"%s-di\" bpmnElement=\"%[1]s\"%s><dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></bpmndi:BPMNShape>\n", id, more, x, y, width, height)
}

// edge writes an arrow: from right to left, bent in the middle between columns; what leads
// back goes below its parts.
func (w *writer) edge(a arrow, top int) {
	fx, fy := a.from.x+a.from.w, top+a.from.y+a.from.h/2
	tx, ty := a.to.x, top+a.to.y+a.to.h/2
	points := [][2]int{{fx, fy}, {tx, ty}}
	switch {
	case tx > fx && fy != ty:
		middle := fx + 20
		points = [][2]int{{fx, fy}, {middle, fy}, {middle, ty}, {tx, ty}}
	case a.from.column == a.to.column:
		tx = a.to.x + a.to.w
		right := max(fx, tx) + 12
		points = [][2]int{{fx, fy}, {right, fy}, {right, ty}, {tx, ty}}
	case tx <= fx:
		fx, fy = a.from.x+a.from.w/2, top+a.from.y+a.from.h
		tx, ty = a.to.x+a.to.w/2, top+a.to.y+a.to.h
		below := max(fy, ty) + 12
		points = [][2]int{{fx, fy}, {fx, below}, {tx, below}, {tx, ty}}
	}
	fmt.Fprintf(w, "\t\t\t<bpmndi:BPMNEdge id=\"%s-di\" bpmnElement=\"%[1]s\">", a.id)
	for _, p := range points {
		fmt.Fprintf(w, "<di:waypoint x=\"%d\" y=\"%d\"/>", p[0], p[1])
	}
	w.WriteString("</bpmndi:BPMNEdge>\n")
}
