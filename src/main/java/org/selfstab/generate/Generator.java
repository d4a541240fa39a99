package org.selfstab.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;

/** Builds a loss with prescribed quantities and says what is to be expected of it. Nothing is computed numerically but comparisons. */
public final class Generator {

    private final Request request;
    private final Prescription whole;
    private final Prescription built;
    private final Spectrum spectrum;
    private final CoordinateChange disguise;
    private final Start start;

    private Generator(Request request) {
        this.request = request;
        this.whole = PrescriptionReader.read(request);
        this.built =
                request.violated().map(hypothesis -> hypothesis.violate(whole)).orElse(whole);
        Regime.requireAdmissible(built);
        requireDimension();
        this.spectrum = new Spectrum(built.directions());
        this.disguise = request.form() == Request.Form.PLAIN
                ? CoordinateChange.none(built.directions().dimension())
                : CoordinateChange.draw(request.seed(), built, spectrum);
        this.start = new Start(built, spectrum, disguise.change());
    }

    /**
     * The problem that a request asks for.
     *
     * @throws ImpossibleRequestException if no loss can meet it, or none that is built here
     */
    public static GeneratedProblem generate(Request request) {
        return new Generator(request).problem();
    }

    private void requireDimension() {
        int needed = built.directions().dimension();
        if (request.dimension().isPresent() && needed > request.dimension().getAsInt()) {
            throw new ImpossibleRequestException(
                    "--dimension " + request.dimension().getAsInt()
                            + " is too small: to break "
                            + request.violated().orElseThrow().optionName()
                            + " alone takes one direction more",
                    "give at least " + needed);
        }
    }

    private GeneratedProblem problem() {
        Map<String, Expression> parameters = parameters();
        return new GeneratedProblem(
                title(),
                new CommandText(request, whole, built.directions().dimension()).text(),
                new Explanation(request, built, spectrum, disguise, unasserted()).lines(),
                disguise.variables(),
                new NormalForm(built, spectrum).terms(disguise.coordinates()),
                parameters,
                disguise.point(start.displacement()),
                horizon(),
                family(),
                expectations(parameters));
    }

    /** Decades of alpha from the one prescribed on: epsilon falls by the root of ten each. */
    private List<Expression> family() {
        if (request.violated().isPresent()) {
            return List.of();
        }
        Expression alpha = whole.expression(Prescribed.ALPHA);
        return List.of(alpha, alpha.dividedBy(Expression.constant(10)), alpha.dividedBy(Expression.constant(100)));
    }

    private String title() {
        String what = "in " + built.directions().dimension() + " variables"
                + (request.form() == Request.Form.PLAIN ? ", in normal form" : ", seed " + request.seed());
        return request.violated()
                .map(hypothesis -> "Generated twin " + what + ", " + hypothesis.optionName() + " broken")
                .orElse("Generated loss " + what);
    }

    private Map<String, Expression> parameters() {
        Map<String, Expression> parameters = new LinkedHashMap<>();
        put(parameters, Prescribed.ETA);
        put(parameters, Prescribed.ALPHA);
        put(parameters, Prescribed.BETA);
        for (Prescribed kind : List.of(Prescribed.KAPPA_3, Prescribed.FOURTH)) {
            if (!built.of(kind).isZero()) {
                put(parameters, kind);
            }
        }
        if (built.drifts()) {
            put(parameters, Prescribed.GAMMA);
        }
        if (startsAtEdge()) {
            put(parameters, Prescribed.ENERGY);
        }
        parameters.putAll(spectrum.parameters());
        built.quartic().ifPresent(value -> parameters.put(Names.QUARTIC.name(), value.expression()));
        parameters.put(
                Names.SHARPNESS_GRADIENT.name(), Names.of(Prescribed.BETA).sqrt());
        if (built.drifts()) {
            parameters.put(Names.DRIFT.name(), drift());
        }
        if (disguise.change().isPresent()) {
            parameters.put(
                    Names.CURVATURE.name(),
                    Names.SHARPNESS_GRADIENT.times(Names.of(Prescribed.ETA)).dividedBy(Expression.TWO));
        }
        parameters.putAll(start.parameters());
        return parameters;
    }

    private void put(Map<String, Expression> parameters, Prescribed kind) {
        parameters.put(kind.parameter(), built.expression(kind));
    }

    /** {@code (alpha/slope) sqrt(1/gamma^2 - 1)}, from theory.md (7). */
    private static Expression drift() {
        Expression tangent =
                Names.of(Prescribed.GAMMA).power(-2).minus(Expression.ONE).sqrt();
        return Names.of(Prescribed.ALPHA).times(tangent).dividedBy(Names.SHARPNESS_GRADIENT);
    }

    private boolean startsAtEdge() {
        return built.run() instanceof Prescription.RunPlan.AtEdge;
    }

    private static Expression epsilon() {
        return Names.of(Prescribed.ETA).times(Names.of(Prescribed.ALPHA).sqrt());
    }

    private Optional<Expression> horizon() {
        return built.run() instanceof Prescription.RunPlan.AtEdge plan
                ? Optional.of(plan.tau().expression().dividedBy(epsilon()))
                : Optional.empty();
    }

    private Map<String, String> expectations(Map<String, Expression> parameters) {
        Map<String, String> expectations = new LinkedHashMap<>();
        if (startsAtEdge()) {
            addValues(parameters, expectations);
        }
        verdicts().forEach((condition, verdict) -> expectations.put(condition.key(), verdict.inWords()));
        return expectations;
    }

    private void addValues(Map<String, Expression> parameters, Map<String, String> expectations) {
        expectations.put(Quantities.SHARPNESS.key(), NormalForm.EDGE.toString());
        addParameter(Quantities.ALPHA, Prescribed.ALPHA, "", parameters, expectations);
        addParameter(Quantities.BETA, Prescribed.BETA, "", parameters, expectations);
        addParameter(Quantities.SKEWNESS, Prescribed.KAPPA_3, "0", parameters, expectations);
        addParameter(Quantities.FOURTH_DERIVATIVE, Prescribed.FOURTH, "0", parameters, expectations);
        addParameter(Quantities.ALIGNMENT, Prescribed.GAMMA, "1", parameters, expectations);
        expectations.put(Quantities.DELTA.key(), Names.DELTA.name());
        expectations.put(Quantities.EPSILON.key(), epsilon().toString());
        addParameter(Quantities.ENERGY, Prescribed.ENERGY, "", parameters, expectations);
        spectrum.expectations().forEach((name, value) -> expectations.put(name, value.toString()));
    }

    /** What is no parameter has its fixed value. */
    private static void addParameter(
            Quantity quantity,
            Prescribed kind,
            String otherwise,
            Map<String, Expression> parameters,
            Map<String, String> expectations) {
        expectations.put(quantity.key(), parameters.containsKey(kind.parameter()) ? kind.parameter() : otherwise);
    }

    /** Without an edge nothing else applies. */
    private Map<Claim, Verdict.Status> verdicts() {
        Map<Claim, Verdict.Status> verdicts = new LinkedHashMap<>();
        if (startsAtEdge()) {
            new Regime(whole).holding().forEach(condition -> verdicts.put(condition, Verdict.Status.HOLDS));
        }
        request.violated().ifPresent(broken -> verdicts.put(broken.hypothesis(), Verdict.Status.FAILS));
        return verdicts;
    }

    /** The conditions of which nothing is asserted. */
    private List<String> unasserted() {
        Set<Claim> asserted = verdicts().keySet();
        List<String> unasserted = new ArrayList<>();
        for (Violation each : Violation.values()) {
            if (startsAtEdge() && !asserted.contains(each.hypothesis())) {
                unasserted.add(each.optionName());
            }
        }
        return unasserted;
    }

    /**
     * The command line that gives a problem again, with every number stated.
     *
     * @param request the request
     * @param prescription what it asks for, with no hypothesis broken
     * @param dimension the number of variables of the problem built, of which breaking a hypothesis may need one more
     */
    private record CommandText(Request request, Prescription prescription, int dimension) {

        private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./,+-]+");

        String text() {
            List<String> words = new ArrayList<>(List.of("selfstab", "generate"));
            for (Prescribed kind : Prescribed.values()) {
                add(words, kind.option(), prescription.of(kind).toString());
            }
            List<String> curvatures = prescription.directions().all().stream()
                    .map(ClosedNumber::toString)
                    .toList();
            add(words, "--eta-lambda", String.join(",", curvatures));
            add(words, "--dimension", Integer.toString(dimension));
            if (request.form() == Request.Form.PLAIN) {
                words.add("--plain");
            } else {
                add(words, "--seed", Long.toString(request.seed()));
            }
            request.violated().ifPresent(hypothesis -> add(words, "--violate", hypothesis.optionName()));
            return String.join(" ", words);
        }

        private static void add(List<String> words, String option, String value) {
            words.add(option + "=" + (PLAIN_WORD.matcher(value).matches() ? value : "'" + value + "'"));
        }
    }
}
