package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"tasuki/cmd/tasuki/drills"
	"tasuki/cmd/tasuki/exports"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/gds"
	"tasuki/graph/neo4jstore/guard"
	"tasuki/graph/said"
	"tasuki/internal/outdir"
	"tasuki/internal/terminal"
	"tasuki/internal/usage"
	"tasuki/render/picture"
	"tasuki/render/typeset"
)

// The exit codes.
const (
	exitOK       = 0
	exitFailure  = 1
	exitUsage    = 2
	exitFindings = 3 // findings at or above --fail-on
	exitRefused  = 4 // a query that does more than read, a computation that needs more memory than it may take
)

// errNoKind is the mistake of naming no analysis.
var errNoKind = said.New("analyze needs a kind: bottleneck, concentration, loss, spof, escalation or certainty")

// errDepth is the mistake of a depth that nothing is measured from.
var errDepth = said.New("--depth is at least 0, and measured from --focus: name one")

// errNoDrawing is the mistake of naming no drawing.
var errNoDrawing = said.New("draw needs a kind: dependencies, flow, ladder, matrix, supplies, concentration, loss or model")

// findingsError says that there are findings as severe as --fail-on asks for.
type findingsError struct{ error }

// Unwrap returns what there is.
func (e findingsError) Unwrap() error { return e.error }

// run executes the command line args and returns the exit code. Results go to
// stdout, everything else to stderr.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return execute(ctx, newRoot(), args, stdout, typeset.Ordered(stderr))
}

func execute(ctx context.Context, root *cobra.Command, args []string, stdout, stderr io.Writer) int {
	lang := usage.Spoken(args, os.Getenv)
	usage.Speak(root, lang)
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		offerWords(root)
	}
	root.SetArgs(args)
	root.SetOut(stdout)
	stderr = terminal.Visible{Writer: stderr}
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if wrong := usage.Command(root, args); wrong != nil {
		err = wrong
	}
	fail := func(code int, err error) int {
		fmt.Fprintln(stderr, "tasuki:", said.In(err, lang.Form))
		return code
	}
	var mistake usage.Error
	var ending picture.EndingError
	var list findingsError
	var refused *guard.Refused
	var large *gds.TooLarge
	var malformed *guard.Malformed
	var unsettled *neo4jstore.Unsettled
	var partial partialError
	switch {
	case errors.As(err, &unsettled):
		return fail(exitFailure, err)
	case ctx.Err() != nil && errors.As(err, &partial):
		return fail(exitFailure, said.New("stopped; the answer is not whole"))
	case ctx.Err() != nil && !errors.Is(err, outdir.ErrPartly):
		return fail(exitFailure, said.New("stopped; nothing was written"))
	case errors.As(err, &list):
		return fail(exitFindings, err)
	case errors.As(err, &refused), errors.As(err, &large):
		return fail(exitRefused, err)
	case errors.As(err, &malformed) && malformed.Lacks:
		return fail(exitUsage, said.Errorf("the statement lacks a parameter: %w; pass it with --param name=value", err))
	case errors.As(err, &malformed):
		return fail(exitUsage, said.Errorf("the statement is not Cypher that the database can run: %w", err))
	case errors.As(err, &mistake), errors.As(err, &ending):
		fail(exitUsage, err)
		fmt.Fprintln(stderr, lang.Plain("Run 'tasuki --help' for the commands, and 'tasuki COMMAND --help' for an example of each."))
		return exitUsage
	}
	var path *fs.PathError
	if errors.As(err, &path) && errors.Is(path, syscall.EPIPE) {
		err = said.Errorf("writing the result: its reader has gone before the end: %w", syscall.EPIPE)
	}
	return fail(exitFailure, err)
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "tasuki",
		Short: "Find bottlenecks, single points of failure and escalation paths in shared work",
		Long: `Tasuki reads a responsibility matrix (who leads and who supports each task) and
the handoffs between tasks, and says who is the bottleneck, whose absence stops
the work, and whom to call next.

DATASET is a folder, a matrix (.xlsx, .ods, .csv, .tsv, or a table in .docx, .pdf,
.html or .md), a model in BPMN or ArchiMate (.bpmn, .archimate), a .yaml or a .json
file, or the address of one in Neo4j:
neo4j://host:port/database#dataset; - is one that is piped in, such as a table copied
from a spreadsheet. Files that a dataset names lie below its folder, unless
--allow-outside is given.

Exit codes: 0 ok, 1 failure, 2 usage, 3 findings at or above --fail-on, 4 query
refused.`,
		Example:       "  tasuki report examples/pension -o review",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage.Flag(err) })
	root.AddCommand(
		newReport(time.Now), newCheck(time.Now), newAccount(), newPropose(), newAnalyze(), newEscalation(), newWhatIf(), newFix(), newDiff(), newServe(time.Now), newReadiness(time.Now), newObserve(),
		newDraw(), drills.New(time.Now), exports.New(), newLoad(), newDatasets(), newQuery(), newSchema(), newMCP(time.Now), newVersion(),
	)
	return root
}
