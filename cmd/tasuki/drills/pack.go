package drills

import (
	"cmp"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/cmd/tasuki/flags"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/numbers"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
	"tasuki/internal/input"
	"tasuki/internal/outdir"
	"tasuki/internal/usage"
	"tasuki/render/bundle"
	"tasuki/render/drillpack"
)

// drillFlags are the flags of the command that writes a pack.
type drillFlags struct {
	dataset          input.Flags
	options          flags.Options
	lang             flagvalue.Lang
	painting         flags.Painting
	paths            flags.Paths // of which it takes from, by and without
	through          []string    // two tasks
	via              string
	scenario, folder string
	numbers          string
	overwrite        bool
}

// New returns the command and those below it; now is the clock of the machine.
func New(now func() time.Time) *cobra.Command {
	var f drillFlags
	cmd := &cobra.Command{
		Use:   "drill DATASET [FLOW]",
		Short: "Write the pack of a drill, record what happened, and say what is tested",
		Long: `Drill plans an exercise of one flow, in the terms of HSEEP, and writes into a folder:
controllers.pdf, for those who run it; players-ORGANIZATION.pdf, one for each that plays,
with its own opening, the rules, a log and the contact list; cards.pdf, the inject cards
to cut out and hand over; evaluation.pdf; contacts.pdf, the contact list and the tree of
calls; and pack.pdf, all of it to print at once. Beside them lie msel.csv and msel.xlsx,
the master scenario events list; facilitator.html and participant.html, of which the
second says neither what is expected nor what comes next; ladder.svg, whom to call next,
and flow.svg.

What is played follows from the flow: its best path, or the next best one without
those who are out; every branch that is needed, and the optional ones. The best path is that
of the fewest steps or, with --by minutes, of the fewest minutes. Another of several
alternatives is played by --via, with a task that the work is to come to, or by --through,
with the two tasks of a handoff. Where no goal can be reached, all is played that work still
reaches. What is not played, and why, stands on the facilitator's sheet.

A scenario file says when, where and by whom the drill is run, what players know and must
find out, who plays which party, and brings in injects of its own (tasuki schema
scenario); what flags say goes before it. The list has the four types of HSEEP: what is
expected of players is a row of its own, and an absence is an instruction to controllers.

Telephone numbers and addresses come from a file of their own, --numbers (tasuki schema
numbers), and stand on the pages of PDF files alone: no dataset holds them, and nothing
else reads them. Without it the contact list has lines to write on.

Files of a pack that hold anything else, such as a list that was filled in, are
kept, and nothing is written without --overwrite.`,
		Example: "  tasuki drill examples/helpdesk outage --without net -o pack\n  tasuki drill examples/helpdesk outage --by minutes -o pack\n  tasuki drill examples/helpdesk --scenario examples/helpdesk/outage.scenario.yaml --lang ja -o pack\n  tasuki drill examples/pension --scenario examples/pension/hardware-fault.scenario.yaml -o pack\n  tasuki drill examples/helpdesk outage --numbers drill.numbers.yaml -o pack",
		Args:    usage.Between(1, 2, "a DATASET and a FLOW, which a scenario may name instead"),
		RunE:    f.run,
	}
	f.dataset.Register(cmd)
	f.options.RegisterRules(cmd)
	f.lang.Register(cmd.Flags())
	f.painting.Register(cmd)
	cmd.Flags().StringVar(&f.paths.From, "from", "", "the `ID` of the task or organization that reports; by default the first start of the flow")
	cmd.Flags().StringSliceVar(&f.paths.Without, "without", nil, "the `ID` of an organization that is out")
	cmd.Flags().StringSliceVar(&f.through, "through", nil, "the `IDs` of two tasks, with a comma: the drill plays the handoff between them")
	f.paths.RegisterBy(cmd)
	cmd.Flags().StringVar(&f.via, "via", "", "the `ID` of a task: the drill plays a path that comes to it")
	cmd.Flags().StringVar(&f.scenario, "scenario", "", "the scenario `FILE`")
	cmd.Flags().StringVar(&f.numbers, "numbers", "", "the `FILE` of telephone numbers and addresses")
	cmd.Flags().StringVarP(&f.folder, "out", "o", "pack", "the `FOLDER` to write into")
	cmd.Flags().BoolVar(&f.overwrite, "overwrite", false, "replace files of a pack that were filled in or written from other input")
	cmd.AddCommand(newDrillRecord(now), newDrillImport(now), newDrillCoverage(now), newDrillReport(now))
	return cmd
}

// run writes the pack and prints what to print of it.
func (f *drillFlags) run(cmd *cobra.Command, args []string) error {
	o, err := f.options.Read()
	if err != nil {
		return err
	}
	if f.scenario != "" && f.dataset.Key != "" {
		return usage.Of(said.New("--redact puts no pseudonyms into the words of a --scenario; leave one of both out"))
	}
	if f.numbers != "" && f.dataset.Key != "" {
		return usage.Of(said.New("--redact writes what may be given away, and --numbers says who is reached where; leave one of both out"))
	}
	g, err := f.dataset.Open(cmd.Context(), args[0])
	if err != nil {
		return err
	}
	f.paths.In(&f.dataset)
	paths, flow := f.paths.Options(o), ""
	paths.Through, paths.Via = f.dataset.IDs(f.through), f.dataset.ID(f.via)
	if named := f.dataset.IDs(args[1:]); len(named) > 0 {
		flow = named[0]
	}
	warning := ""
	outputs, err := input.Interruptible(cmd.Context(), func() ([]bundle.File, error) {
		numbers, err := numbersOf(g, f.numbers)
		if err != nil {
			return nil, err
		}
		plan, err := planDrill(g, flow, f.scenario, numbers, paths)
		if err != nil {
			return nil, err
		}
		warning = drillpack.DrillAlone(g, plan, f.lang.Language())
		words := bundle.Words{Dataset: f.dataset.Words(args[0]), Flow: flagvalue.ShellWord(plan.Flow)}
		return bundle.Pack(g, plan, numbers.File, words, o, f.painting.Tools(f.lang.Language()), f.lang.Language())
	})
	if err != nil {
		return err
	}
	if err := outdir.Add(cmd.Context(), f.folder, outdir.FilesOf(outputs), f.overwrite); err != nil {
		return err
	}
	f.painting.State(cmd.ErrOrStderr(), f.lang.Language())
	if warning != "" {
		fmt.Fprintln(cmd.ErrOrStderr(), warning)
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(f.folder, "pack.pdf"))
	return err
}

// given are the numbers of a drill.
type given struct {
	numbers.File
	told bool // a file says them
}

// numbersOf reads the numbers at path; there are none where it is empty.
func numbersOf(g *graph.Graph, path string) (given, error) {
	if path == "" {
		return given{}, nil
	}
	file, err := files.OpenNumbers(path)
	if err != nil {
		return given{}, err
	}
	n, err := file.For(g)
	return given{n, true}, err
}

// planDrill plans the drill of the flow that is named, or else of the one that
// the scenario names, whose controllers are reached by lines of the numbers, where there are any.
func planDrill(g *graph.Graph, flow, path string, n given, o escalation.EscalationOptions) (drill.Plan, error) {
	var scenario graph.Scenario
	if path != "" {
		file, err := files.OpenScenario(path)
		if err != nil {
			return drill.Plan{}, err
		}
		flow = cmp.Or(flow, file.Flow)
		if scenario, err = file.For(g, flow, o.Without...); err != nil {
			return drill.Plan{}, err
		}
		if n.told {
			if err := file.Reached(n.File); err != nil {
				return drill.Plan{}, err
			}
		}
	}
	if flow == "" {
		return drill.Plan{}, input.NoFlow(g)
	}
	if _, err := input.Flow(g, flow); err != nil {
		return drill.Plan{}, err
	}
	plan, err := drill.PlanOf(g, flow, scenario, o)
	if err != nil {
		return plan, usage.Of(err)
	}
	return plan, nil
}
