package org.selfstab.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Observable;
import org.selfstab.problem.Observable.Instant;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/**
 * An observable of gradient descent as a function of one iterate, the earliest that it is made of, or its change from there in a step: written out by
 * {@code theta' = theta - eta grad L(theta)} and, of the sharpness, by its closed form in one and two variables.
 */
public final class WrittenObservable {

    private static final String CHANGE = ".change";
    private static final long MAX_SIZE = 100_000;

    private final Problem problem;
    private final Observable observable;
    private final LossDerivatives derivatives;
    private final Set<String> parameters;
    private final List<List<Expression>> iterates = new ArrayList<>();

    /**
     * An observable of a problem.
     *
     * @param name its name in [observe]
     * @throws SelfstabException if there is no such observable
     */
    public WrittenObservable(Problem problem, String name) {
        this.problem = problem;
        this.observable = observable(problem, name);
        this.derivatives =
                ExpressionDerivatives.of(problem.variables(), problem.loss().requireWrittenOut());
        this.parameters = new LinkedHashSet<>(problem.parameters().names());
        iterates.add(List.copyOf(problem.variables()));
    }

    /**
     * The problem with such a function in the place of its loss.
     *
     * @param name {@code observable.NAME}, or that and {@code .change}
     * @throws SelfstabException if there is no such observable, or it cannot be written out
     */
    public static Problem inPlaceOfLoss(Problem problem, String name) {
        String named = name.substring(Observable.PREFIX.length());
        boolean isChange = named.endsWith(CHANGE);
        String own = isChange ? named.substring(0, named.length() - CHANGE.length()) : named;
        WrittenObservable written = new WrittenObservable(problem, own);
        return problem.withLoss(isChange ? written.change() : written.now());
    }

    private static Observable observable(Problem problem, String own) {
        return problem.observables().stream()
                .filter(each -> each.name().equals(own))
                .findFirst()
                .orElseThrow(() -> new SelfstabException(
                        "[observe] has no " + Suggestion.shortened(own),
                        "it has "
                                + Suggestion.list(problem.observables().stream()
                                        .map(Observable::name)
                                        .toList())));
    }

    /**
     * The observable.
     *
     * @throws SelfstabException if it cannot be written out
     */
    public Expression now() {
        return after(0);
    }

    /**
     * The observable a step later.
     *
     * @throws SelfstabException if it cannot be written out
     */
    public Expression next() {
        return after(1);
    }

    /**
     * Its change in a step.
     *
     * @throws SelfstabException if it cannot be written out
     */
    public Expression change() {
        return modest(Domain.kept(List.of(now(), next()), both -> both.get(1).minus(both.get(0))));
    }

    private Expression after(int steps) {
        List<Instant> instants = observable.instants(parameters);
        int first = Instant.first(instants);
        boolean isStepped = steps > 0 || instants.stream().anyMatch(instant -> instant.shift() != first);
        if (isStepped && !problem.isPlainGradientDescent()) {
            throw new SelfstabException(
                    "the steps that are written out are those of gradient descent, and the optimizer is "
                            + problem.optimizer().name(),
                    "claim something of one iterate");
        }
        return at(instants, steps - first);
    }

    /** The observable with its present iterate some steps after the one that it is a function of. */
    private Expression at(List<Instant> instants, int step) {
        Map<String, Expression> values = new HashMap<>();
        for (Instant instant : instants) {
            values.put(((Symbol) instant.symbol()).name(), value(instant, step + instant.shift()));
        }
        return modest(Domain.substituted(observable.value(), values));
    }

    private Expression value(Instant instant, int step) {
        return switch (instant.name()) {
            case Instant.OF_LOSS -> atIterate(derivatives.value(), step);
            case Instant.OF_SHARPNESS -> atIterate(sharpness(), step);
            default -> iterate(step).get(problem.variables().indexOf(Expression.symbol(instant.name())));
        };
    }

    private Expression sharpness() {
        int n = problem.variables().size();
        if (n > 2) {
            throw new SelfstabException(
                    "S of observables is written out for one and two variables, and there are " + n,
                    "claim something of sharpness instead");
        }
        Expression a = derivatives.hessian(0, 0);
        if (n == 1) {
            return a;
        }
        Expression c = derivatives.hessian(1, 1);
        Expression b = derivatives.hessian(0, 1);
        Expression root = a.minus(c)
                .power(2)
                .plus(b.power(2).times(Expression.constant(4)))
                .sqrt();
        return a.plus(c).plus(root).dividedBy(Expression.TWO);
    }

    private Expression atIterate(Expression ofVariables, int step) {
        if (step == 0) {
            return ofVariables;
        }
        Map<String, Expression> values = new HashMap<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            values.put(problem.variables().get(i).name(), iterate(step).get(i));
        }
        return modest(Domain.substituted(ofVariables, values));
    }

    private List<Expression> iterate(int step) {
        while (iterates.size() <= step) {
            int last = iterates.size() - 1;
            List<Expression> next = new ArrayList<>();
            for (int i = 0; i < problem.variables().size(); i++) {
                Expression gradient = atIterate(derivatives.gradient(i), last);
                next.add(modest(iterates.get(last)
                        .get(i)
                        .minus(Expression.symbol(Problem.STEP_SIZE).times(gradient))));
            }
            iterates.add(next);
        }
        return iterates.get(step);
    }

    private static Expression modest(Expression expression) {
        if (!new ExpressionExtent(MAX_SIZE).admits(expression)) {
            throw new SelfstabException(
                    "the observable has more than " + MAX_SIZE + " operations once its steps are written out",
                    "look fewer steps ahead");
        }
        return expression;
    }
}
