package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.claims.Exploration;
import org.selfstab.claims.Exploration.StepSize;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.run.GradientFlowPath;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** Which step sizes meet the edge, as one who chooses eta reads it. */
public final class ExplorationDocument {

    private static final int MOST_ROWS = 16;

    private final Exploration exploration;

    private ExplorationDocument(Exploration exploration) {
        this.exploration = exploration;
    }

    /** What {@code explore} shows; its first table is that of the step sizes. */
    public static Report report(RunRecord run, Exploration exploration) {
        Document document = new ExplorationDocument(exploration).document();
        return Report.of(run, document, "exploration", () -> ExplorationSummary.of(exploration));
    }

    /** The same as a page, with figures. */
    public static Document page(Exploration exploration, FigureSet figures) {
        return new ExplorationDocument(exploration).document().with(figures);
    }

    private Document document() {
        GradientFlowPath flow = exploration.flow();
        Document.Builder document = new Document.Builder(
                        exploration.problem().title().toString(), verdictLine(exploration))
                .facts(ProblemFacts.of(exploration.problem()))
                .fact("flow", flow.end().description())
                .fact("sharpness", sharpness(flow))
                .fact("edge", range());
        notes().forEach(document::note);
        document.table(stepSizes());
        exploration.suggestion().ifPresent(size -> document.table(toPaste(size)));
        if (flow.samples().size() > 1) {
            document.table(course());
        }
        return document.restingOn("numeric run in double precision, not a proof");
    }

    private static String sharpness(GradientFlowPath flow) {
        return "S = " + number(flow.start().sharpness()) + " at the start, at most "
                + number(flow.sharpest().sharpness()) + " at t = "
                + number(flow.sharpest().time()) + ", " + number(flow.last().sharpness()) + " at the end, t = "
                + number(flow.last().time());
    }

    private String range() {
        List<String> ranges = exploration.ranges().stream()
                .map(range -> range.largest()
                        .map(largest -> "between " + number(range.least()) + " and " + number(largest))
                        .orElse("above " + number(range.least())))
                .toList();
        String start = exploration
                .ofStart()
                .map(eta -> "with eta >= " + number(eta) + " the start is over it" + whereItFallsFirst(eta))
                .orElse("the start has no positive eigenvalue and is below it");
        if (ranges.isEmpty()) {
            return "no eta meets the edge from below: along gradient flow the sharpness never rises"
                    + (exploration.flow().sharpest().sharpness() > 0 ? "; " : ", and is never positive; ") + start;
        }
        return "met from below with eta " + String.join(", or ", ranges) + "; " + start;
    }

    /** What a step size does of which both is true: that it meets the edge from below, and that the start is over it. */
    private String whereItFallsFirst(double ofStart) {
        boolean falls = exploration.ranges().stream()
                .anyMatch(range ->
                        range.largest().filter(largest -> largest <= ofStart).isEmpty());
        return falls ? ", and gradient flow has to fall below it before it meets it" : "";
    }

    static List<String> notes(Exploration exploration) {
        return new ExplorationDocument(exploration).notes();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        String eta = exploration.stepSizes().get(0).text();
        if (exploration.usesOfStepSize().inLoss()) {
            notes.add("the loss uses eta, which is held at " + eta
                    + " in it while step sizes are tried: give the loss a parameter of its own to vary eta alone");
        }
        if (exploration.usesOfStepSize().inStart()) {
            notes.add("the start uses eta and is held where it is with eta = " + eta
                    + ": with another eta, change it too");
        }
        if (!exploration.usesOfStepSize().inLoss()
                && exploration.suggestion().isEmpty()
                && exploration.stepSizes().stream().anyMatch(ExplorationDocument::isMetFromBelow)) {
            notes.add("with each step size tried that meets the edge from below the iterates diverge or alpha is not"
                    + " positive there: try smaller ones by --eta, with a larger max_steps in [run] if they need it");
        }
        exploration
                .flow()
                .meetings()
                .forEach(meeting -> notes.add(
                        "the two largest eigenvalues change places about t = " + number(meeting.time()) + ", at S = "
                                + number(meeting.sharpness()) + ": u is another direction from there on"));
        return notes;
    }

    private Table stepSizes() {
        List<Table.Row> rows = exploration.stepSizes().stream().map(this::row).toList();
        return Table.of(
                        "Step sizes",
                        List.of(
                                Table.Column.numbers(Quantities.STEP_SIZE),
                                Table.Column.numbers(Notation.formula("2/eta", "2/η", "2/\\eta")),
                                Table.Column.numbers("flow's t"),
                                Table.Column.numbers(Notation.formula("S >= 2/eta", "S ≥ 2/η", "S \\ge 2/\\eta")),
                                Table.Column.numbers("t = 0"),
                                Table.Column.numbers(Quantities.ALPHA.symbol()),
                                Table.Column.numbers(Quantities.BETA.symbol()),
                                Table.Column.numbers(Quantities.EPSILON.symbol()),
                                Table.Column.numbers(Quantities.DELTA.symbol())),
                        rows)
                .note(
                        "flow's t: when gradient flow rises to S = 2/eta; S >= 2/eta: the first step of gradient descent with that;"
                                + " t = 0: the step at which verify begins, whose nearest point of the stable set lies on the edge;"
                                + " there alpha, beta, eps and delta are taken: self-stabilization is possible where alpha > 0");
    }

    private Table.Row row(StepSize size) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.number(size.eta()),
                Cell.number(size.edge()),
                Cell.number(size.onFlow().map(GradientFlowPath.Sample::time)),
                Cell.count(size.descent().firstAtEdge().map(point -> point.step()))));
        List<String> remarks = new ArrayList<>();
        if (size.equals(exploration.stepSizes().get(0))) {
            remarks.add("eta of the file");
        }
        if (size.meeting() instanceof Exploration.AtEdge met) {
            cells.add(Cell.count(met.step()));
            cells.add(Cell.number(met.alpha()));
            cells.add(Cell.number(met.beta()));
            cells.add(met.delta().isPresent() ? Cell.number(met.epsilon()) : Cell.none());
            cells.add(Cell.number(met.delta()));
            if (met.delta().isEmpty()) {
                remarks.add("no self-stabilization there: " + obstacle(met));
            }
            if (!met.isFromBelow()) {
                remarks.add(
                        isBelowAtStart(size)
                                ? "the start is below the edge, but its nearest point of the stable set lies on the edge"
                                : "the start is at the edge or over it");
            }
        } else {
            cells.addAll(List.of(Cell.none(), Cell.none(), Cell.none(), Cell.none(), Cell.none()));
            remarks.add(((Exploration.NotMet) size.meeting()).reason());
        }
        size.descent()
                .failure()
                .filter(end -> size.meeting() instanceof Exploration.AtEdge)
                .ifPresent(end -> remarks.add(end.description()));
        return new Table.Row(cells, String.join("; ", remarks));
    }

    private static boolean isMetFromBelow(StepSize size) {
        return size.meeting() instanceof Exploration.AtEdge met && met.isFromBelow();
    }

    private static boolean isBelowAtStart(StepSize size) {
        return size.descent().firstAtEdge().filter(point -> point.step() == 0).isEmpty();
    }

    private static String obstacle(Exploration.AtEdge met) {
        if (met.beta() == 0) {
            return "beta = 0";
        }
        return met.alpha() < -met.alphaRounding() ? "alpha < 0" : "alpha is 0 to rounding";
    }

    private Table toPaste(StepSize size) {
        return Table.titled(
                        "To paste into the problem file",
                        List.of("a run at the edge, from an oscillation of half of delta"),
                        toPaste(exploration, size).stream()
                                .map(line -> Table.row(Cell.code(line)))
                                .toList())
                .note("or eta alone: verify then runs gradient descent to the edge first, with at_edge = false");
    }

    /** Lines of a problem file that put the run to where a step size meets the edge. */
    static List<String> toPaste(Exploration exploration, StepSize size) {
        List<Double> point = ((Exploration.AtEdge) size.meeting()).dagger();
        List<String> lines = new ArrayList<>(List.of("[parameters]", "eta = \"" + size.text() + "\"", "[start]"));
        for (int i = 0; i < point.size(); i++) {
            lines.add(exploration.problem().variables().get(i).name() + " = \"" + point.get(i) + "\"");
        }
        lines.addAll(List.of("[run]", "at_edge = true", "kick = \"1/2\""));
        return lines;
    }

    /** The sharpness along the flow, as a chart of characters. */
    private Table course() {
        double highest = Math.max(0, exploration.flow().sharpest().sharpness());
        List<Table.Row> rows = new ArrayList<>();
        for (GradientFlowPath.Sample sample : chartSamples(exploration.flow().samples())) {
            rows.add(Table.row(
                    Cell.number(sample.time()),
                    Cell.number(sample.loss()),
                    Cell.number(sample.sharpness()),
                    sample.sharpness() > 0 ? Cell.number(exploration.product() / sample.sharpness()) : Cell.none(),
                    Cell.bar(highest > 0 ? Math.max(0, sample.sharpness() / highest) : 0)));
        }
        return Table.of(
                "Sharpness along gradient flow",
                List.of(
                        Table.Column.numbers("t"),
                        Table.Column.numbers("L"),
                        Table.Column.numbers("S"),
                        Table.Column.numbers(Quantities.STEP_SIZE.then(" = "
                                + (exploration.problem().isPlainGradientDescent() ? "2" : number(exploration.product()))
                                + "/S")),
                        Table.Column.words("S")),
                rows);
    }

    /** First, last, and between them some that are as far apart as the sharpness and the time together change evenly. */
    private static List<GradientFlowPath.Sample> chartSamples(List<GradientFlowPath.Sample> samples) {
        double[] way = new double[samples.size()];
        for (int i = 1; i < way.length; i++) {
            way[i] = way[i - 1]
                    + Math.abs(samples.get(i).sharpness() - samples.get(i - 1).sharpness());
        }
        double all = way[way.length - 1] > 0 ? way[way.length - 1] : 1;
        double time = samples.get(way.length - 1).time();
        List<GradientFlowPath.Sample> chosen = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < way.length; i++) {
            double done = 0.75 * way[i] / all + 0.25 * samples.get(i).time() / time;
            if (i == way.length - 1 || (done >= (double) next / (MOST_ROWS - 1) && next < MOST_ROWS - 1)) {
                chosen.add(samples.get(i));
                next = Math.max(next, (int) (done * (MOST_ROWS - 1))) + 1;
            }
        }
        return chosen;
    }

    private static String number(double value) {
        return Cell.number(value).text();
    }

    /** Of an exploration: which step sizes meet the edge, and the one to begin with. */
    static String verdictLine(Exploration exploration) {
        VerdictLine line = new VerdictLine();
        List<String> ranges = exploration.ranges().stream()
                .map(range -> range.largest()
                        .map(largest ->
                                "between " + VerdictLine.brief(range.least()) + " and " + VerdictLine.brief(largest))
                        .orElse("above " + VerdictLine.brief(range.least())))
                .toList();
        line.add(
                ranges.isEmpty()
                        ? "no step size meets the edge from below"
                        : "step sizes " + String.join(", or ", ranges) + " meet the edge from below");
        exploration
                .suggestion()
                .ifPresent(size -> line.add("eta = " + size.text() + " at step "
                        + ((Exploration.AtEdge) size.meeting()).step() + ", eps = "
                        + VerdictLine.brief(((Exploration.AtEdge) size.meeting()).epsilon())));
        return line.write();
    }
}
