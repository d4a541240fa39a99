package org.selfstab.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.claims.Bound;
import org.selfstab.claims.Verdict;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.symbolic.Identity;
import org.selfstab.symbolic.IdentityProof;

/**
 * Every equation under {@code theory/} with a wrong sign, a wrong factor, a missing term or a wrong exponent on one side must be refuted, and
 * every claim on a number must fail once its bound is turned around.
 */
class StatementMutationTest {

    private static final int MUTANTS_A_SIDE = 8;
    private static final Theory THEORY = TheoryReader.read(Path.of("theory"));
    private static final Examiner EXAMINER = new Examiner();

    static Stream<Arguments> identities() {
        return checks().filter(check -> check.get()[1] instanceof IdentityCheck);
    }

    static Stream<Arguments> runs() {
        return checks().filter(check -> !(check.get()[1] instanceof IdentityCheck));
    }

    private static Stream<Arguments> checks() {
        return THEORY.statements().stream().flatMap(statement -> statement.checks().stream()
                .map(check -> Arguments.of(statement.id() + ": " + check.claim(), check)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identities")
    void mutantsAreRefutedWithACounterexample(String name, IdentityCheck check) {
        int refuted = 0;
        for (IdentityCheck mutant : mutants(check)) {
            CheckResult result = EXAMINER.visitIdentity(mutant);
            if (result.verdict().status() == Verdict.Status.HOLDS) {
                assertEquivalent(check, mutant);
                continue;
            }
            assertThat(result.verdict().status())
                    .as("%s%n  mutated to %s%n  equals     %s", name, mutant.left(), mutant.right())
                    .isEqualTo(Verdict.Status.FAILS);
            assertThat(result.counterexample()).isPresent();
            Counterexample counterexample = result.counterexample().orElseThrow();
            assertThat(counterexample.left()).isNotEqualTo(counterexample.right());
            refuted++;
        }
        assertThat(refuted).as(name + ": mutants refuted").isPositive();
    }

    /** A mutant that is still true must equal the original side by itself, or the examiner has proved what is false. */
    private static void assertEquivalent(IdentityCheck check, IdentityCheck mutant) {
        Expression difference =
                mutant.left().minus(check.left()).plus(check.right().minus(mutant.right()));
        Identity identity = IdentityProof.within(Duration.ofSeconds(10))
                .assumingPositive(check.positive())
                .examine(difference);
        assertThat(identity.outcome()).isEqualTo(Identity.Outcome.PROVED);
    }

    private static List<IdentityCheck> mutants(IdentityCheck check) {
        List<IdentityCheck> mutants = new ArrayList<>();
        sideMutants(check.left())
                .forEach(left -> mutants.add(new IdentityCheck(check.claim(), check.positive(), left, check.right())));
        sideMutants(check.right())
                .forEach(right -> mutants.add(new IdentityCheck(check.claim(), check.positive(), check.left(), right)));
        return mutants;
    }

    private static Set<Expression> sideMutants(Expression side) {
        Set<Expression> mutants = new LinkedHashSet<>();
        if (side.isZero()) {
            mutants.add(Expression.ONE);
        } else {
            mutants.add(side.negate());
            mutants.add(side.times(Expression.constant(new BigFraction(3, 2))));
        }
        collect(side, mutants);
        mutants.remove(side);
        return mutants.stream()
                .limit(MUTANTS_A_SIDE)
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    private static void collect(Expression whole, Set<Expression> mutants) {
        for (Expression node : whole.nodes().sorted().toList()) {
            for (Expression changed : changes(node)) {
                if (mutants.size() > MUTANTS_A_SIDE) {
                    return;
                }
                mutants.add(replaced(whole, node, changed));
            }
        }
    }

    /** A term dropped, the sign of a term turned, a factor increased by one, an exponent increased by one. */
    private static List<Expression> changes(Expression node) {
        List<Expression> changes = new ArrayList<>();
        if (node instanceof Sum sum) {
            Expression last = sum.terms().get(sum.terms().size() - 1);
            changes.add(node.minus(last));
            changes.add(node.minus(last).minus(last));
        } else if (node instanceof Product product && !product.coefficient().equals(BigFraction.ONE)) {
            changes.add(node.times(Expression.constant(
                    product.coefficient().add(BigFraction.ONE).divide(product.coefficient()))));
        } else if (node instanceof Power power) {
            changes.add(power.base().power(power.exponent().add(BigFraction.ONE)));
        } else if (node instanceof Constant constant) {
            changes.add(Expression.constant(constant.value().add(BigFraction.ONE)));
        }
        return changes;
    }

    private static Expression replaced(Expression whole, Expression node, Expression by) {
        return new Replacement(node, by).in(whole);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void aBoundTurnedAroundFails(String name, Check check) {
        Verdict verdict = check.accept(EXAMINER).verdict();
        assertThat(verdict.status()).as(name).isEqualTo(Verdict.Status.HOLDS);
        Verdict turned = check.accept(new TurnedAround(verdict.bound().orElseThrow()))
                .accept(EXAMINER)
                .verdict();
        assertThat(turned.status()).as(name + ", bound turned around").isEqualTo(Verdict.Status.FAILS);
        assertThat(turned.bound().orElseThrow().isMet()).isFalse();
    }

    /** The same claim with {@code at most} for {@code at least} and the other way round. */
    private static final class TurnedAround implements Check.Visitor<Check> {

        private final AcceptedRange range;

        TurnedAround(Bound bound) {
            this.range = bound.sense() == Bound.Sense.AT_LEAST
                    ? AcceptedRange.atMost(bound.threshold())
                    : AcceptedRange.atLeast(bound.threshold());
        }

        @Override
        public Check visitIdentity(IdentityCheck check) {
            throw new AssertionError("an equation has no bound");
        }

        @Override
        public Check visitNumeric(NumericCheck check) {
            return new NumericCheck(check.claim(), check.problem(), check.options(), check.quantity(), range);
        }

        @Override
        public Check visitOrder(OrderCheck check) {
            return new OrderCheck(check.claim(), check.problem(), check.options(), check.quantity(), range);
        }

        @Override
        public Check visitOde(OdeCheck check) {
            return new OdeCheck(check.claim(), check.problem(), check.options(), check.quantity(), range);
        }

        @Override
        public Check visitOdeOrder(OdeOrderCheck check) {
            return new OdeOrderCheck(check.claim(), check.problem(), check.options(), check.error(), range);
        }
    }

    /** One node of an expression replaced by another one wherever it occurs. */
    private static final class Replacement {

        private final Map<Expression, Expression> known = new LinkedHashMap<>();

        Replacement(Expression node, Expression by) {
            known.put(node, by);
        }

        Expression in(Expression expression) {
            Expression result = known.get(expression);
            if (result == null) {
                result = expression.children().isEmpty() ? expression : rebuilt(expression);
                known.put(expression, result);
            }
            return result;
        }

        private Expression rebuilt(Expression expression) {
            if (expression instanceof Sum sum) {
                return Expression.sum(sum.terms().stream().map(this::in).toList());
            }
            if (expression instanceof Product product) {
                return Expression.product(
                                product.factors().stream().map(this::in).toList())
                        .times(Expression.constant(product.coefficient()));
            }
            if (expression instanceof Power power) {
                return in(power.base()).power(power.exponent());
            }
            Application application = (Application) expression;
            return Expression.apply(application.function(), in(application.argument()));
        }
    }
}
