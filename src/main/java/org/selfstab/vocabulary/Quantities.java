package org.selfstab.vocabulary;

import static org.selfstab.vocabulary.Notation.formula;
import static org.selfstab.vocabulary.Notation.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Quantity.Kind;
import org.selfstab.vocabulary.Quantity.Limit;

/** The quantities of the theory, each in one statement: name, symbol, words, unit, formula and limit have their only home here. */
public final class Quantities {

    private static final String FAMILY = "family.";
    private static final List<Quantity> ALL = new ArrayList<>();

    /** The constant of the mean of x^2, and the one of the mean loss elevation: (27) has two. */
    public static final Notation OSCILLATION_CONSTANT = formula("C_x", "C_x", "C_{x^2}");

    public static final Notation ELEVATION_CONSTANT = formula("C_loss", "C_loss", "C_{\\bar L}");

    /** The variance of the central flow beside that of the oscillation, theory.md (22). */
    public static final Notation RELATIVE_VARIANCE = formula("sigma^2/delta^2", "σ²/δ²", "\\sigma^2/\\delta^2");

    /** What an optimizer adds to the drift of the energy by itself, theory.md (D6). */
    public static final Notation OPTIMIZER_DRIFT = formula("Gamma_0", "Γ₀", "\\Gamma_0");

    /** The step size. */
    public static final Notation STEP_SIZE = formula("eta", "η", "\\eta");

    /** An eigenvalue of the Hessian, of adaptive optimizers of {@code P^{-1} H}. */
    public static final Notation EIGENVALUE = formula("lambda", "λ", "\\lambda");

    // What conditions and conclusions hold against a limit, in the order of theory.md section 7. The defaults let the
    // examples of section 9 pass with room
    // and lie where, by experience, the conclusions begin to be lost.

    /** gamma = 0.1 is an angle of 84 degrees between -grad L and gradS_perp. */
    public static final Quantity SMALLEST_ALIGNMENT = measure(
            "condition.progressive_sharpening.gamma",
            formula("min gamma", "min γ", "\\min \\gamma"),
            "smallest alignment",
            atLeast(0.1, 1));

    /** At 10 epsilon changes by a factor of about 3. */
    public static final Quantity ALPHA_RATIO = measure(
            "condition.progressive_sharpening.alpha_ratio",
            formula("max alpha/min alpha", "max α/min α", "\\max \\alpha/\\min \\alpha"),
            "largest over smallest alpha",
            atMost(10));

    public static final Quantity BETA_RATIO = measure(
            "condition.progressive_sharpening.beta_ratio",
            formula("max beta/min beta", "max β/min β", "\\max \\beta/\\min \\beta"),
            "largest over smallest beta",
            atMost(10));

    /** Below 2 by the theory; 1.9 leaves a second direction to shrink by a tenth a step. */
    public static final Quantity SECOND_EIGENVALUE = measure(
            "condition.eigengap",
            formula("max eta lambda_2", "max η λ₂", "\\max \\eta \\lambda_2"),
            "largest second eigenvalue",
            atMost(1.9, Math.nextDown(2.0)));

    /** Under an optimizer that remembers gradients, in place of the eigengap; inside the unit disc by the theory. */
    public static final Quantity SPECTRAL_RADIUS = measure(
            "condition.eigengap.spectral_radius",
            formula("max rho(A + lambda B C)", "max ρ(A + λ B C)", "\\max \\rho(A + \\lambda B C)"),
            "largest spectral radius of a step off u, but for slow motion",
            atMost(0.999, Math.nextDown(1.0)));

    public static final Quantity SMOOTHNESS = measure(
            "condition.smoothness",
            formula("max rho_4/(eta rho_3^2)", "max ρ₄/(η ρ₃²)", "\\max \\rho_4/(\\eta \\rho_3^2)"),
            "fourth derivative beside the third",
            atMost(100));

    public static final Quantity CURVATURE_OFF_U = measure(
            "condition.non_worst_case.curvature",
            formula("max eta |H w|/(eps |w|)", "max η |H w|/(ε |w|)", "\\max \\eta |H w|/(\\epsilon |w|)"),
            "curvature off u",
            atMost(10));

    public static final Quantity THIRD_ORDER_OFF_U = measure(
            "condition.non_worst_case.third_order",
            formula(
                    "max |P D3L(w,w)|/(eps rho_3 |w|^2)",
                    "max |P D3L(w,w)|/(ε ρ₃ |w|²)",
                    "\\max |P D^3L(w,w)|/(\\epsilon \\rho_3 |w|^2)"),
            "third derivative off u",
            atMost(10));

    /** The examples stay above 0.4; a run that grazes the axis loses the phase. */
    public static final Quantity AXIS_DISTANCE = measure(
            "condition.axis_distance",
            formula("min |x*|/delta", "min |x*|/δ", "\\min |x^*|/\\delta"),
            "distance from the axis",
            atLeast(0.05));

    public static final Quantity START_DISTANCE = measure(
            "condition.small_start",
            formula("|v_0|/delta", "|v₀|/δ", "|v_0|/\\delta"),
            "distance of the start from the stable set",
            atMost(10));

    /** 1 without memory. */
    public static final Quantity MEMORY_GROWTH = measure(
            "condition.memory.growth",
            formula(
                    "max |beta_{s->t}|/sqrt(beta_s beta_t)",
                    "max |β_{s→t}|/√(β_s β_t)",
                    "\\max |\\beta_{s\\to t}|/\\sqrt{\\beta_s\\beta_t}"),
            "largest memory",
            atMost(10));

    /** 0 without a change of sign. */
    public static final Quantity MEMORY_SIGN = measure(
            "condition.memory.sign_change",
            formula(
                    "max -beta_{s->t}/sqrt(beta_s beta_t)",
                    "max -β_{s→t}/√(β_s β_t)",
                    "\\max -\\beta_{s\\to t}/\\sqrt{\\beta_s\\beta_t}"),
            "largest memory of the other sign",
            atMost(0.5));

    /** One step of progressive sharpening changes eta S by eps^2. */
    public static final Quantity BELOW_EDGE = measure(
            "edge.reached",
            formula(
                    "max (2 - eta S(dagger_t))/eps^2",
                    "max (2 − η S(θ†_t))/ε²",
                    "\\max (2 - \\eta S(\\dagger_t))/\\epsilon^2"),
            "distance of the constrained trajectory from the edge",
            atMost(1));

    /** Rounding leaves about 1e-9. */
    public static final Quantity STATIONARITY = measure(
            "condition.nearest_point",
            formula(
                    "max |stationarity residual|/delta",
                    "max |stationarity residual|/δ",
                    "\\max |\\mbox{stationarity residual}|/\\delta"),
            "distance from stationarity of the nearest-point problem",
            atMost(1e-6));

    public static final Quantity COUPLING_CONSTANT = constant(
            "coupling",
            formula("C_1", "C₁", "C_1"),
            "deviation of the prediction in units of eps delta",
            "24",
            atMost(100));

    public static final Quantity LOSS_CONSTANT =
            constant("loss", formula("C_L", "C_L", "C_L"), "loss error in units of eps delta^2/eta", "25", atMost(100));

    public static final Quantity SHARPNESS_CONSTANT = constant(
            "sharpness", formula("C_S", "C_S", "C_S"), "sharpness error in units of eps^2/eta", "26", atMost(100));

    /** Of adaptive optimizers. */
    public static final Quantity MOMENT_CONSTANT = constant(
            "second_moments",
            formula("C_nu", "C_ν", "C_\\nu"),
            "error of the second moments in units of eps^2",
            "59",
            atMost(100));

    /** The examples stay below 1, and with 100 a mean of four times delta^2 would pass at eps = 0.03. */
    public static final Quantity AVERAGE_CONSTANT = constant(
            "average",
            OSCILLATION_CONSTANT.then(", ").then(ELEVATION_CONSTANT),
            "larger of the two constants of averages over whole periods",
            "27",
            atMost(10));

    public static final Quantity IMPLICIT_BIAS_CONSTANT = constant(
            "implicit_bias",
            formula("C_P", "C_P", "C_P"),
            "distance from projected gradient descent in units of eps^2 eta |grad L|",
            "27a",
            atMost(100));

    public static final Quantity DESCENT_CONSTANT = constant(
            "descent",
            formula("C_D", "C_D", "C_D"),
            "what the fall of the loss lacks in units of eps",
            "27b",
            atMost(100));

    // Over the problem's family.

    public static final Quantity COUPLING_ORDER = order(COUPLING_CONSTANT);

    public static final Quantity LOSS_ORDER = order(LOSS_CONSTANT);

    public static final Quantity SHARPNESS_ORDER = order(SHARPNESS_CONSTANT);

    public static final Quantity AVERAGE_ORDER = order(AVERAGE_CONSTANT);

    public static final Quantity IMPLICIT_BIAS_ORDER = order(IMPLICIT_BIAS_CONSTANT);

    public static final Quantity DESCENT_ORDER = order(DESCENT_CONSTANT);

    public static final Quantity FAMILY_COUPLING_CONSTANT = largest(COUPLING_CONSTANT);

    public static final Quantity FAMILY_LOSS_CONSTANT = largest(LOSS_CONSTANT);

    public static final Quantity FAMILY_SHARPNESS_CONSTANT = largest(SHARPNESS_CONSTANT);

    public static final Quantity FAMILY_AVERAGE_CONSTANT = largest(AVERAGE_CONSTANT);

    public static final Quantity FAMILY_IMPLICIT_BIAS_CONSTANT = largest(IMPLICIT_BIAS_CONSTANT);

    public static final Quantity FAMILY_DESCENT_CONSTANT = largest(DESCENT_CONSTANT);

    // Of the run.

    public static final Quantity EDGE_STEP = number(
            Kind.NUMBER,
            "edge.step",
            words("step of the edge"),
            "the step of the optimizer alone that became t = 0",
            "step");

    public static final Quantity STEPS =
            number(Kind.NUMBER, "steps", formula("T", "T", "T"), "the last step t seen", "step");

    public static final Quantity STAGES = number(
            Kind.STAGES,
            "stages",
            words("stages"),
            "the stages in the order in which the iterates pass through them",
            "1",
            "21");

    public static final Quantity STAGES_PASSED = number(
            Kind.NUMBER,
            "stages.passed",
            words("stages passed"),
            "how many stages the iterates pass through",
            "1",
            "21");

    public static final Quantity PERIOD = number(
            Kind.NUMBER,
            "period",
            words("period"),
            "the period of the iterates, averaged over the whole periods of the run",
            "step",
            "19");

    public static final Quantity UNSTABLE =
            number(Kind.NUMBER, "unstable", formula("k", "k", "k"), "how many unstable eigenvalues are followed", "1");

    public static final Quantity SIGMA_RANK = number(
            Kind.NUMBER,
            "sigma.rank",
            formula("rank Sigma", "rank Σ", "\\mathrm{rank}\\,\\Sigma"),
            "the rank of the oscillation's covariance at t = 0",
            "1",
            "38");

    public static final Quantity SIGMA_TRACE = number(
            Kind.NUMBER,
            "sigma.trace",
            formula("tr Sigma", "tr Σ", "\\mathrm{tr}\\,\\Sigma"),
            "the trace of the oscillation's covariance at t = 0",
            "theta^2",
            "38");

    public static final Quantity TWO_CYCLE = number(
            Kind.NUMBER,
            "two_cycle",
            words("amplitude"),
            "half the distance between the two points that the optimizer alone ends up alternating between",
            "theta");

    // Where the optimizer alone ends.

    public static final Quantity MEAN_SQUARE_EDGE = number(
            Kind.NUMBER,
            "mean_square_edge",
            words("mean-square edge"),
            "step size above which the second moment of stochastic gradient descent grows at the minimum that Newton's method finds",
            "theta^2/L",
            "60");

    public static final Quantity ALMOST_SURE_EDGE = number(
            Kind.NUMBER,
            "almost_sure_edge",
            words("almost-sure edge"),
            "step size above which stochastic gradient descent leaves that minimum almost surely",
            "theta^2/L",
            "61");

    public static final Quantity SETTLING_SHARPNESS = number(
            Kind.NUMBER,
            "settling.eta_sharpness",
            formula("eta S", "ηS", "\\eta S").then(" where it settles"),
            "mean of eta S over runs with stochastic gradients at the edge",
            "1");

    public static final Quantity SETTLING_PREDICTION = number(
            Kind.NUMBER,
            "settling.predicted",
            words("predicted ").then(formula("eta S", "ηS", "\\eta S")).then(" where it settles"),
            "what it is by the formula beside these runs",
            "1",
            "64");

    public static final Quantity SETTLING_BATCH_SHARPNESS = number(
            Kind.NUMBER,
            "settling.eta_batch_sharpness",
            STEP_SIZE.then(" times batch sharpness"),
            "eta times the batch sharpness of these runs",
            "1",
            "62");

    public static final Quantity LIMIT_SHARPNESS = number(
            Kind.NUMBER,
            "limit.sharpness",
            words("sharpness at the limit"),
            "sharpness where the optimizer alone comes to; on a cycle, at the point of the smallest first coordinate",
            "L/theta^2");

    public static final Quantity LIMIT_LOSS = number(
            Kind.NUMBER,
            "limit.loss",
            words("loss at the limit"),
            "loss where the optimizer alone comes to; on a cycle, at the point of the smallest first coordinate",
            "L");

    public static final Quantity LIMIT_PERIOD = number(
            Kind.NUMBER,
            "limit.period",
            words("period of the limit"),
            "after how many steps the optimizer alone returns in the end: 1 at a point",
            "step");

    public static final Quantity LIMIT_COORDINATE = number(
            Kind.COORDINATE,
            "limit.",
            words("limit"),
            "coordinate of where the optimizer alone comes to, one name for each variable; on a cycle, of the point of the smallest first coordinate",
            "theta");

    public static final Quantity STEPS_TO = number(
            Kind.STEPS_TO,
            "steps_to",
            words("first step below"),
            "first step of the optimizer alone at which the loss is below a number, written steps_to(loss < 1e-3)",
            "step");

    public static final Quantity OBSERVABLE = number(
            Kind.OBSERVABLE,
            "observable.",
            words("observable"),
            "what an observable of [observe] does along the optimizer alone: decreases, increases, monotone, conserved, bounded, or eventually below a number",
            "1");

    public static final Quantity OBSERVED = number(
            Kind.OBSERVED,
            "observable",
            words("observable's value"),
            "first, last, least or largest value of an observable along the optimizer alone, written observable.NAME.largest",
            "1");

    public static final Quantity EXCURSION = number(
            Kind.NUMBER,
            "catapult.excursion",
            words("largest excursion"),
            "largest distance of the optimizer alone from its start",
            "theta");

    public static final Quantity LOSS_SPIKE = number(
            Kind.NUMBER,
            "catapult.loss_spike",
            words("loss spike"),
            "largest loss along the optimizer alone, over that at its start",
            "1");

    public static final Quantity SHARPNESS_RATIO = number(
            Kind.NUMBER,
            "catapult.sharpness_ratio",
            words("sharpness ratio"),
            "sharpness at the limit of the optimizer alone, over that at its start S_0",
            "1");

    // At dagger_0.

    public static final Quantity ALPHA = number(
            Kind.NUMBER,
            "alpha",
            formula("alpha", "α", "\\alpha"),
            "rate of progressive sharpening",
            "L^2/theta^4",
            "3");

    public static final Quantity BETA = number(
            Kind.NUMBER, "beta", formula("beta", "β", "\\beta"), "strength of self-stabilization", "L^2/theta^6", "4");

    public static final Quantity SKEWNESS = number(
            Kind.NUMBER, "kappa_3", formula("kappa_3", "κ₃", "\\kappa_3"), "skewness along u, D3L(u,u,u)", "L/theta^3");

    public static final Quantity FOURTH_DERIVATIVE = number(
            Kind.NUMBER,
            "fourth_derivative",
            formula("D4L(u,u,u,u)", "D⁴L(u,u,u,u)", "D^4L(u,u,u,u)"),
            "fourth derivative along u",
            "L/theta^4");

    public static final Quantity DELTA = number(
            Kind.NUMBER, "delta", formula("delta", "δ", "\\delta"), "size of the oscillation along u", "theta", "5");

    public static final Quantity EPSILON =
            number(Kind.NUMBER, "epsilon", formula("eps", "ε", "\\epsilon"), "small parameter", "1", "6");

    public static final Quantity ALIGNMENT = number(
            Kind.NUMBER, "gamma", formula("gamma", "γ", "\\gamma"), "alignment of -grad L with gradS_perp", "1", "7");

    public static final Quantity SHARPNESS =
            number(Kind.NUMBER, "sharpness", formula("S", "S", "S"), "largest eigenvalue of the Hessian", "L/theta^2");

    public static final Quantity ENERGY = number(
            Kind.NUMBER, "energy", formula("E", "E", "E"), "conserved energy of the reduced equation", "1", "16");

    public static final Quantity ETA_LAMBDA = number(
            Kind.EIGENVALUE,
            "eta_lambda_",
            formula("eta lambda_j", "η λ_j", "\\eta \\lambda_j"),
            "step size times the j-th largest eigenvalue, one name for each j from 1 on",
            "1");

    // Of the slow drift of the energy.

    public static final Quantity DRIFT_VERDICT = number(
            Kind.DRIFT,
            "drift.verdict",
            words("drift"),
            "what becomes of the oscillation over 1/eps^2 steps: damped, sustained or growing",
            "1",
            "D11");

    public static final Quantity DRIFT_RATE = number(
            Kind.NUMBER,
            "drift.gamma",
            formula("Gamma", "Γ", "\\Gamma"),
            "rate at which the area of the oscillation's orbit grows, in units of eps^2 a step",
            "1",
            "D5");

    private Quantities() {}

    /** All quantities, in the order of the theory. */
    public static List<Quantity> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** Those that are held against a limit. */
    public static List<Quantity> limited() {
        return ALL.stream().filter(quantity -> quantity.limit().isPresent()).toList();
    }

    /**
     * Those of them that are held against a limit under an optimizer: a linear one of several copies, or any other.
     */
    public static List<Quantity> limited(boolean keepsCopies) {
        Quantity other = keepsCopies ? SECOND_EIGENVALUE : SPECTRAL_RADIUS;
        return limited().stream().filter(quantity -> !quantity.equals(other)).toList();
    }

    /**
     * The quantity of a key.
     *
     * @throws SelfstabException if there is none
     */
    public static Quantity of(String key) {
        return find(key)
                .orElseThrow(() -> new SelfstabException(
                        "unknown quantity " + Suggestion.shortened(key),
                        Suggestion.suggestion(
                                key, ALL.stream().map(Quantity::key).toList(), "known are")));
    }

    /** The quantity of a key, if there is one. */
    public static Optional<Quantity> find(String key) {
        return ALL.stream().filter(quantity -> quantity.key().equals(key)).findFirst();
    }

    /** The largest value of a conclusion's constant over the members of a family. */
    public static Quantity largestOf(Quantity constant) {
        return of(FAMILY + constant.key());
    }

    private static Quantity measure(String key, Notation symbol, String words, Limit limit) {
        return add(new Quantity(key, symbol, words, "1", Optional.empty(), Kind.MEASURE, Optional.of(limit)));
    }

    private static Quantity constant(String error, Notation symbol, String words, String formula, Limit limit) {
        return add(new Quantity(
                error + ".constant", symbol, words, "1", Optional.of(formula), Kind.NUMBER, Optional.of(limit)));
    }

    private static Quantity order(Quantity constant) {
        String error = constant.key().replace(".constant", "");
        return overFamily(
                error + ".order", words("order of " + error.replace('_', ' ')), "order of the error", constant);
    }

    private static Quantity largest(Quantity constant) {
        return overFamily(
                FAMILY + constant.key(), words("max ").then(constant.symbol()), "largest over the members", constant);
    }

    private static Quantity overFamily(String key, Notation symbol, String words, Quantity constant) {
        return add(new Quantity(key, symbol, words, "1", constant.formula(), Kind.OVER_FAMILY, Optional.empty()));
    }

    private static Quantity number(Kind kind, String key, Notation symbol, String words, String unit) {
        return add(new Quantity(key, symbol, words, unit, Optional.empty(), kind, Optional.empty()));
    }

    private static Quantity number(Kind kind, String key, Notation symbol, String words, String unit, String formula) {
        return add(new Quantity(key, symbol, words, unit, Optional.of(formula), kind, Optional.empty()));
    }

    private static Limit atMost(double byDefault) {
        return Limit.of(Bound.Sense.AT_MOST, byDefault);
    }

    private static Limit atMost(double byDefault, double largest) {
        return new Limit(Bound.Sense.AT_MOST, byDefault, largest);
    }

    private static Limit atLeast(double byDefault) {
        return Limit.of(Bound.Sense.AT_LEAST, byDefault);
    }

    private static Limit atLeast(double byDefault, double largest) {
        return new Limit(Bound.Sense.AT_LEAST, byDefault, largest);
    }

    private static Quantity add(Quantity quantity) {
        ALL.add(quantity);
        return quantity;
    }
}
