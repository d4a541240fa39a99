package org.selfstab.symbolic;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.vocabulary.Verdict;

/**
 * Decides whether an expression is identically zero: first cross-examined at random points (exactly, or to 60 digits),
 * then reduced by Symja's rules in a bounded number of steps, the same on every machine, for values for which roots and logarithms of both sides are defined. The rules hold on a dense open set, so a proof says that the expression
 * is zero wherever it is defined and continuous.
 */
public final class IdentityProof {

    /** Thirty times what any statement of the shipped theory is multiplied out to. */
    private static final double MAX_TERMS = 20_000;

    private final Effort effort;
    private final List<Symbol> positive;
    private final List<Expression> assumed;

    private IdentityProof(Effort effort, Collection<Symbol> positive, List<Expression> assumed) {
        this.effort = effort;
        this.positive = List.copyOf(positive);
        this.assumed = List.copyOf(assumed);
    }

    /** Proofs with twenty times the steps that any statement of the shipped theory takes. */
    public static IdentityProof thorough() {
        return with(Effort.steps(2_000_000));
    }

    static IdentityProof with(Effort effort) {
        return new IdentityProof(effort, List.of(), List.of());
    }

    /** The same, for positive values of some symbols only. */
    public IdentityProof assumingPositive(Collection<Symbol> symbols) {
        return new IdentityProof(effort, symbols, assumed);
    }

    /** The same, only where some expressions are positive. */
    public IdentityProof where(List<Expression> expressions) {
        return new IdentityProof(effort, positive, expressions);
    }

    /** Examines whether an expression is zero for all values of its symbols. */
    public Identity examine(Expression expression) {
        return examine(expression, Expression.ZERO);
    }

    /**
     * Examines whether two expressions are equal for all values of their symbols; a witness and its value are of left minus
     * right. The sides are evaluated apart from each other, so that no rule that joins them takes part. What is defined at
     * none of the points is never called proved.
     */
    public Identity examine(Expression left, Expression right) {
        Set<String> names = positive.stream().map(Symbol::name).collect(Collectors.toSet());
        Identity crossExamined = new Refutation(names).of(left, right, assumed);
        if (crossExamined.status() == Verdict.Status.FAILS || crossExamined.points() == 0) {
            return crossExamined;
        }
        Expression difference = left.minus(right);
        return difference.isZero() || reducesToZero(difference, domainOf(left, right))
                ? Identity.proved(crossExamined.points())
                : crossExamined;
    }

    /** What is positive wherever both sides are defined and compared, but for a boundary to which they are continued. */
    private Set<Expression> domainOf(Expression left, Expression right) {
        Set<Expression> parts = new LinkedHashSet<>(assumed);
        parts.addAll(Domain.positiveParts(left));
        parts.addAll(Domain.positiveParts(right));
        return parts;
    }

    private boolean reducesToZero(Expression difference, Set<Expression> positiveParts) {
        Expression simplified = new KnownSigns(positiveParts).rewrite(difference);
        if (ExpandedTerms.of(simplified) > MAX_TERMS) {
            return false;
        }
        SymjaBridge bridge = SymjaBridge.forSimplification();
        IExpr symja = bridge.toSymjaByDefinition(simplified);
        Set<Symbol> positiveSymbols = new LinkedHashSet<>(positive);
        positiveParts.stream()
                .filter(Symbol.class::isInstance)
                .map(Symbol.class::cast)
                .forEach(positiveSymbols::add);
        IExpr assumption = bridge.positive(positiveSymbols);
        List<UnaryOperator<IExpr>> attempts = List.of(
                F::ExpandAll,
                F::Together,
                e -> F.Simplify(e, assumption),
                e -> F.binaryAST2(S.FullSimplify, e, assumption));
        return attempts.stream().anyMatch(attempt -> isZero(attempt.apply(symja)));
    }

    private boolean isZero(IExpr attempt) {
        return effort.evaluate(attempt).filter(IExpr::isZero).isPresent();
    }
}
