package graph

// DrawnRemark marks a flowchart that was drawn from a dataset, so that it is not read as
// facts when it lies beside them.
const DrawnRemark = "%% drawn by Tasuki"
