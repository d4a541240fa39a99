package org.selfstab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.claims.FamilyBound;
import org.selfstab.expression.Expression;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Family;
import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.StatedAdaptive;
import org.selfstab.recheck.StatedBatches;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedOptimizer;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** Problems in the words of a certificate. */
public final class StatedProblems {

    private StatedProblems() {}

    /**
     * A problem as its certificate states it.
     *
     * @param horizon the number of steps, where it is not left to the problem
     */
    public static StatedProblem of(Problem problem, Optional<Integer> horizon) {
        return of(problem, horizon, Optional.empty());
    }

    /** A problem as the certificate of its mean-square edge states it: with the items of its batches. */
    public static StatedProblem withBatches(Problem problem) {
        StatedBatches batches = problem.noise()
                .flatMap(Noise::batches)
                .map(drawn -> new StatedBatches(
                        drawn.items().stream()
                                .map(item -> problem.loss().hasSumsOverIndices() ? item : item.writtenOut())
                                .map(Expression::toString)
                                .toList(),
                        problem.batchSize(),
                        drawn.isWithReplacement()))
                .orElseGet(() -> new StatedBatches(List.of(problem.loss().toString()), 1, false));
        return of(problem, Optional.empty(), Optional.of(batches));
    }

    private static StatedProblem of(Problem problem, Optional<Integer> horizon, Optional<StatedBatches> batches) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        // the bound on lambda_2 is certified under every optimizer: as the flip leaves the unit disk first, all
        // curvatures from 0 to the edge are stable
        for (Quantity threshold : Quantities.limited(false)) {
            thresholds.put(threshold.key(), problem.thresholds().of(threshold));
        }
        return new StatedProblem(
                problem.name(),
                problem.title().exact(),
                problem.variables().stream().map(Expression::toString).toList(),
                problem.loss().toString(),
                texts(problem.parameters().definitions()),
                problem.isPlainGradientDescent() || problem.adaptive().isPresent()
                        ? Optional.empty()
                        : Optional.of(stated(problem.linear())),
                problem.adaptive().map(StatedProblems::stated),
                texts(problem.start()),
                problem.run().atEdge(),
                problem.run().kick().map(Expression::toString),
                problem.run().horizon().map(Expression::toString),
                problem.run().maxSteps(),
                horizon,
                problem.run().unstable().filter(k -> k > 1),
                thresholds,
                batches);
    }

    /**
     * A family as its certificate states it.
     *
     * @param horizon the number of steps of every member, where it is not left to the problem
     */
    public static StatedFamily of(Problem problem, Family family, Optional<Integer> horizon) {
        return new StatedFamily(
                of(problem, horizon),
                family.parameter(),
                family.values().stream().map(Expression::toString).toList(),
                FamilyBound.of(problem).stream().map(StatedProblems::stated).toList());
    }

    private static StatedFamily.Bound stated(FamilyBound bound) {
        return new StatedFamily.Bound(
                bound.name(),
                bound.sense() == Bound.Sense.AT_MOST,
                bound.value().toString());
    }

    private static StatedOptimizer stated(Optimizer.Linear optimizer) {
        return new StatedOptimizer(
                optimizer.name(),
                optimizer.a().stream().map(StatedProblems::texts).toList(),
                texts(optimizer.b()),
                texts(optimizer.c()));
    }

    private static StatedAdaptive stated(Optimizer.Adaptive optimizer) {
        return new StatedAdaptive(
                optimizer.name(),
                optimizer.momentum().toString(),
                optimizer.decay().toString(),
                optimizer.groups());
    }

    private static List<String> texts(List<Expression> expressions) {
        return expressions.stream().map(Expression::toString).toList();
    }

    private static Map<String, String> texts(Map<String, Expression> expressions) {
        Map<String, String> texts = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> texts.put(name, expression.toString()));
        return texts;
    }
}
