package org.selfstab.claims.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.Reading;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** How each quantity of {@code [expect]} is read from what it is a quantity of. A conclusion's constant needs no line here. */
final class Readers {

    /** Those of the run from t = 0 to the horizon. */
    static final Map<Quantity, Function<ObservedRun, Reading>> OF_RUN = ofRun();

    /** Those over the problem's family. */
    static final Map<Quantity, Function<ObservedFamily, Reading>> OVER_FAMILY = overFamily();

    /** Those of where plain gradient descent ends. */
    static final Map<Quantity, Function<Ending, Reading>> OF_ENDING = Map.of(
            Quantities.LIMIT_SHARPNESS, Ending::sharpness,
            Quantities.LIMIT_LOSS, Ending::loss,
            Quantities.LIMIT_PERIOD, Ending::period,
            Quantities.EXCURSION, Ending::largestExcursion,
            Quantities.LOSS_SPIKE, Ending::lossSpike,
            Quantities.SHARPNESS_RATIO, Ending::sharpnessRatio);

    /** Those of stochastic gradients. */
    static final Map<Quantity, Function<ObservedNoise, Reading>> OF_NOISE = Map.of(
            Quantities.MEAN_SQUARE_EDGE,
            ObservedNoise::meanSquareEdge,
            Quantities.ALMOST_SURE_EDGE,
            ObservedNoise::almostSureEdge,
            Quantities.SETTLING_SHARPNESS,
            ObservedNoise::sharpness,
            Quantities.SETTLING_PREDICTION,
            ObservedNoise::prediction,
            Quantities.SETTLING_BATCH_SHARPNESS,
            ObservedNoise::batchSharpness);

    /** Those of t = 0. */
    static final Map<Quantity, Function<AtEdge<?>, Reading>> AT_EDGE = Map.ofEntries(
            Map.entry(Quantities.EDGE_STEP, AtEdge::edgeStep),
            Map.entry(
                    Quantities.ALPHA, start -> start.number(at -> at.geometry().alpha(), StartRounding::alpha)),
            Map.entry(Quantities.BETA, start -> start.number(at -> at.geometry().beta(), StartRounding::beta)),
            Map.entry(
                    Quantities.SKEWNESS,
                    start -> start.number(at -> at.geometry().kappa3(), StartRounding::skewness)),
            Map.entry(Quantities.FOURTH_DERIVATIVE, AtEdge::fourthDerivative),
            Map.entry(
                    Quantities.SHARPNESS,
                    start -> start.number(at -> at.geometry().sharpness(), StartRounding::eigenvalue)),
            Map.entry(
                    Quantities.DELTA,
                    start -> start.ofOscillation(at -> at.geometry().delta(), StartRounding::delta)),
            Map.entry(Quantities.EPSILON, AtEdge::epsilon),
            Map.entry(
                    Quantities.ALIGNMENT,
                    start -> start.ofOscillation(at -> at.geometry().gamma(), StartRounding::alignment)),
            Map.entry(Quantities.ENERGY, AtEdge::energy));

    private Readers() {}

    private static Map<Quantity, Function<ObservedRun, Reading>> ofRun() {
        Map<Quantity, Function<ObservedRun, Reading>> readers = new LinkedHashMap<>();
        for (Claim conclusion : Claims.conclusions()) {
            readers.put(conclusion.measure(), run -> run.constant(conclusion));
        }
        readers.put(Claims.SECOND_MOMENTS.measure(), run -> run.constant(Claims.SECOND_MOMENTS));
        readers.put(Quantities.STEPS, ObservedRun::steps);
        readers.put(Quantities.UNSTABLE, ObservedRun::unstable);
        readers.put(Quantities.SIGMA_RANK, run -> run.covariance(sigma -> new Reading.OfNumber(sigma.rank(), "")));
        readers.put(Quantities.SIGMA_TRACE, run -> run.covariance(ObservedRun::trace));
        readers.put(Quantities.STAGES, ObservedRun::stages);
        readers.put(Quantities.STAGES_PASSED, ObservedRun::stagesPassed);
        readers.put(Quantities.PERIOD, ObservedRun::period);
        return readers;
    }

    private static Map<Quantity, Function<ObservedFamily, Reading>> overFamily() {
        Map<Quantity, Function<ObservedFamily, Reading>> readers = new LinkedHashMap<>();
        readers.put(Quantities.COUPLING_ORDER, family -> family.orders(OrderStatement.COUPLING));
        readers.put(Quantities.LOSS_ORDER, family -> family.orders(OrderStatement.LOSS));
        readers.put(Quantities.SHARPNESS_ORDER, family -> family.orders(OrderStatement.SHARPNESS));
        readers.put(
                Quantities.AVERAGE_ORDER,
                family -> family.orders(OrderStatement.AVERAGE_OSCILLATION, OrderStatement.AVERAGE_LOSS));
        readers.put(Quantities.IMPLICIT_BIAS_ORDER, family -> family.orders(OrderStatement.IMPLICIT_BIAS));
        readers.put(Quantities.DESCENT_ORDER, family -> family.orders(OrderStatement.DESCENT));
        for (Claim conclusion : Claims.conclusions()) {
            readers.put(Quantities.largestOf(conclusion.measure()), family -> family.largestConstant(conclusion));
        }
        return readers;
    }
}
