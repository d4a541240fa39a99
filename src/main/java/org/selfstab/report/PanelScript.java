package org.selfstab.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.document.Document;
import org.selfstab.document.Panel;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.JavaScriptProgram;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;

/** A problem as the scripts of a panel need it: loss, definitions, start and horizon as programs that keep the parameters symbolic. */
public final class PanelScript {

    /** The most variables: beyond, third derivatives take a browser too long. */
    private static final int MAX_VARIABLES = 10;

    private final Problem problem;
    private final Map<String, String> overrides;
    private final Optional<Integer> stated;
    private final List<Symbol> parameters;
    private final CompiledBackend doubles = new CompiledBackend();

    /**
     * The scripts of a problem.
     *
     * @param overrides the definitions that the command line gave, by the names of parameters
     * @param stated the number of steps that it gave, which goes before the problem's
     */
    public PanelScript(Problem problem, Map<String, String> overrides, Optional<Integer> stated) {
        this.problem = problem;
        this.overrides = overrides;
        this.stated = stated;
        this.parameters =
                problem.parameters().names().stream().map(Expression::symbol).toList();
    }

    /**
     * A page of nothing but the panel.
     *
     * @throws SelfstabException if the loss is too large for a panel
     */
    public Document page(RunRecord run) {
        Panel panel = panel(run, Panel.Place.ALONE);
        return new Document.Builder(problem.title().toString(), "")
                .fact("file", FreeText.visible(Recorded.file(run)))
                .facts(ProblemFacts.of(problem))
                .restingOn("runs in double precision in the browser, not a proof")
                .with(panel);
    }

    /**
     * A page with the panel or, where there is none for the run, the reason.
     *
     * @param unstable how many unstable eigenvalues the run followed
     */
    public Document on(Document page, RunRecord run, int unstable) {
        try {
            Panel panel = panel(run, Panel.Place.AMONG_OTHERS);
            return unstable > 1
                    ? without(page, "a panel is for one unstable eigenvalue, and the run followed " + unstable)
                    : page.with(panel);
        } catch (SelfstabException tooLarge) {
            return without(page, tooLarge.problem());
        }
    }

    private static Document without(Document page, String reason) {
        return page.with(page.figures().without("The panel", reason));
    }

    private Panel panel(RunRecord run, Panel.Place place) {
        problem.requireLinear("a panel");
        problem.requireOneUnstable("a panel");
        int n = problem.variables().size();
        if (n > MAX_VARIABLES) {
            throw new SelfstabException(
                    "the loss has " + n + " variables, and a panel takes at most " + MAX_VARIABLES,
                    "selfstab verify takes more");
        }
        return new Panel(programs(), data(run), place);
    }

    /** The programs: of the loss, of each parameter and each coordinate of the start, of kick and horizon. */
    private String programs() {
        Stream<String> definitions =
                problem.parameters().definitions().values().stream().map(this::program);
        Stream<String> start = problem.start().values().stream().map(this::program);
        return "{loss: "
                + JavaScriptProgram.ofLoss(
                        ExpressionDerivatives.of(
                                problem.variables(), problem.loss().requireWrittenOut()),
                        parameters)
                + ",\nparameters: " + definitions.collect(joining(",\n", "[", "]"))
                + ",\nstart: " + start.collect(joining(",\n", "[", "]"))
                + ",\noptimizer: "
                + optimizer().stream().map(this::program).collect(joining(",\n", "[", "]"))
                + ",\nkick: " + problem.run().kick().map(this::program).orElse("null")
                + ",\nhorizon: " + problem.run().horizon().map(this::horizon).orElse("null") + "}";
    }

    /** A, B, C and the flip's mode row by row, then edge, growth rate and drift rate; nothing of gradient descent, for which eta is enough. */
    private List<Expression> optimizer() {
        if (problem.isPlainGradientDescent()) {
            return List.of();
        }
        Optimizer.Linear method = problem.linear();
        TransferFunction transfer = TransferFunction.of(method);
        List<Expression> numbers = new ArrayList<>();
        method.a().forEach(numbers::addAll);
        numbers.addAll(method.b());
        numbers.addAll(method.c());
        numbers.addAll(transfer.flipMode());
        numbers.add(StabilityEdge.of(method));
        numbers.add(transfer.growthRate());
        numbers.add(transfer.driftRate());
        return numbers;
    }

    private Optional<Method> method() {
        return problem.isPlainGradientDescent()
                ? Optional.empty()
                : Optional.of(new Method(
                        problem.optimizer().name(),
                        problem.linear().copies(),
                        optimizer().stream()
                                .map(problem::withValues)
                                .map(this::value)
                                .toList()));
    }

    private String program(Expression definition) {
        return JavaScriptProgram.of(parameters, definition);
    }

    /** Of the parameters and what a horizon may use of t = 0; of the same name, the parameter is meant. */
    private String horizon(Expression steps) {
        List<Symbol> inputs = new ArrayList<>(parameters);
        // A symbol that no expression has stands in for one that a parameter hides, so that places stay as they are.
        Problem.AT_START.forEach(name ->
                inputs.add(Expression.symbol(problem.parameters().names().contains(name) ? "hidden " + name : name)));
        return JavaScriptProgram.of(inputs, steps);
    }

    private Data data(RunRecord run) {
        List<Variable> variables = new ArrayList<>();
        List<Expression> start = problem.startPoint();
        problem.start()
                .forEach((name, definition) -> variables.add(new Variable(
                        name, value(start.get(variables.size())), definition.toString(), isNumber(definition))));
        List<String> names = List.copyOf(problem.parameters().names());
        return new Data(
                List.of(
                        "selfstab",
                        "verify",
                        FreeText.visible(Recorded.slashed(run.files().get(0)))),
                overrides,
                variables,
                names.stream().map(this::parameter).toList(),
                problem.parameters().inOrder().stream().map(names::indexOf).toList(),
                names.indexOf(Problem.STEP_SIZE),
                method().orElse(null),
                problem.run().atEdge(),
                problem.run().maxSteps(),
                stated.orElse(null),
                problem.run().horizon().map(Expression::toString).orElse(null),
                Stream.of(Quantities.SECOND_EIGENVALUE, Quantities.AXIS_DISTANCE, Quantities.START_DISTANCE)
                        .map(this::threshold)
                        .toList());
    }

    private Parameter parameter(String name) {
        Expression definition = problem.parameters().definitions().get(name);
        List<Double> swept = problem
                .family()
                .filter(family -> family.parameter().equals(name))
                .map(Family::values)
                .orElse(List.of())
                .stream()
                .map(this::value)
                .toList();
        return new Parameter(
                name, value(problem.parameters().value(name)), definition.toString(), isNumber(definition), swept);
    }

    private Double value(Expression closed) {
        return doubles.valueOf(closed).getReal();
    }

    private Double threshold(Quantity quantity) {
        return problem.thresholds().of(quantity);
    }

    private static boolean isNumber(Expression definition) {
        return definition.symbolNames().isEmpty();
    }

    /**
     * What the panel's script works with.
     *
     * @param command what verifies the problem, in words
     * @param overrides the definitions that the command line gave, by the names of parameters
     * @param order the parameters' indices, each after those that its definition uses
     * @param eta the index of the step size
     * @param optimizer the optimizer; null for gradient descent with the step size eta
     * @param atEdge whether the start is t = 0
     * @param horizon the number of steps, if the command line states one
     * @param steps the horizon's expression, if the problem has one
     * @param thresholds of max eta lambda_2, min |x*|/delta and |v_0|/delta
     */
    record Data(
            List<String> command,
            Map<String, String> overrides,
            List<Variable> variables,
            List<Parameter> parameters,
            List<Integer> order,
            int eta,
            Method optimizer,
            boolean atEdge,
            int maxSteps,
            Integer horizon,
            String steps,
            List<Double> thresholds) {}

    /** An optimizer: its name, how many copies of the parameters it keeps, and the values of what its programs compute. */
    record Method(String name, int copies, List<Double> values) {}

    /** A variable with its start; whether that is a number, or depends on parameters. */
    record Variable(String name, double value, String definition, boolean number) {}

    /** A parameter, likewise; and its values in the problem's family. */
    record Parameter(String name, double value, String definition, boolean number, List<Double> swept) {}
}
