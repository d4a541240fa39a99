package org.selfstab.symbolic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.ClosedForm;
import org.selfstab.expression.ClosedFormResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.NoClosedForm;
import org.selfstab.expression.TaylorTerm;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * The local geometry of a loss at a point in closed form (theory.md section 1): the Hessian is taken apart into its
 * decoupled blocks, and the block that holds the top eigenvalue at the parameters' values is solved. Blocks of one and
 * two rows always have a closed form; larger ones if Symja finds their eigenvalues in bounded work.
 */
public final class ClosedFormGeometry {

    /** Eigenvalues that agree to this number of units in the last place for each row may be equal. */
    private static final int EIGENVALUE_ULPS = 4;

    private final LossDerivatives derivatives;
    private final Expression stepSize;
    private final NumericValues values;
    private final PointSimplification point;
    private final BlockEigenpairs eigenpairs;

    private ClosedFormGeometry(
            LossDerivatives derivatives,
            List<Expression> coordinates,
            Expression stepSize,
            Map<String, Expression> parameters,
            IntConsumer progress) {
        this.derivatives = derivatives;
        this.stepSize = stepSize;
        this.values = new NumericValues(parameters);
        this.point = new PointSimplification(derivatives.variables(), coordinates, values, progress);
        this.eigenpairs = new BlockEigenpairs(values);
    }

    /**
     * Derives the geometry at a point.
     *
     * @param derivatives the derivatives of the loss, with the parameters symbolic
     * @param coordinates the point, an expression of the parameters for each variable
     * @param stepSize eta, as an expression of the parameters
     * @param parameters closed values of all parameters, which choose the branches
     * @param progress is told how many expressions are simplified
     */
    public static ClosedFormResult at(
            LossDerivatives derivatives,
            List<Expression> coordinates,
            Expression stepSize,
            Map<String, Expression> parameters,
            IntConsumer progress) {
        if (!derivatives.hasFullTensors()) {
            return new NoClosedForm(derivatives.variables().size() + " variables; closed forms are tried for at most "
                    + SymbolicLossDerivatives.MAX_FULL_DIMENSION);
        }
        try {
            return new ClosedFormGeometry(derivatives, coordinates, stepSize, parameters, progress).derive();
        } catch (ExpressionLimitException | ArithmeticException | SymbolicException | MathRuntimeException e) {
            return new NoClosedForm("the derivatives of the loss are not defined at the point: " + e.getMessage());
        }
    }

    private ClosedFormResult derive() {
        int n = derivatives.variables().size();
        SymbolicMatrix hessian =
                SymbolicMatrix.symmetric(n, (i, j) -> point.simplified(point.at(derivatives.hessian(i, j))));
        int multiplicity = multiplicityOfTop(hessian);
        if (multiplicity > 1) {
            return new NoClosedForm("u is not unique: at the parameters' values the top eigenvalue has multiplicity "
                    + multiplicity + ", up to rounding");
        }
        List<List<Integer>> blocks = HessianBlocks.of(hessian);
        List<Integer> top =
                Collections.max(blocks, Comparator.comparingDouble(block -> topOf(hessian.principal(block))));
        Optional<TopEigenpair> pair = eigenpairs.of(hessian.principal(top));
        if (pair.isPresent() && isAttainedTwice(hessian, blocks, top, pair.get().value())) {
            return new NoClosedForm("the top eigenvalue is not simple at the point");
        }
        return pair.<ClosedFormResult>map(found -> withEigenpair(hessian, blocks, top, found))
                .orElseGet(() -> new NoClosedForm("the top eigenvalue belongs to a block of " + top.size()
                        + " coupled variables whose eigenvalues have no closed form that was found in bounded work"));
    }

    private int multiplicityOfTop(SymbolicMatrix hessian) {
        double[] eigenvalues = new EigenDecompositionSymmetric(hessian.numeric(values)).getEigenvalues();
        double norm = Arrays.stream(eigenvalues).map(Math::abs).max().orElseThrow();
        double rounding = EIGENVALUE_ULPS * eigenvalues.length * Math.ulp(norm);
        double top = Arrays.stream(eigenvalues).max().orElseThrow();
        return (int) Arrays.stream(eigenvalues)
                .filter(value -> top - value <= rounding)
                .count();
    }

    /** Whether another block has the same top eigenvalue at the parameters' values, so that u is not defined. */
    private boolean isAttainedTwice(
            SymbolicMatrix hessian, List<List<Integer>> blocks, List<Integer> top, Expression sharpness) {
        return otherBlocksAreLower(hessian, blocks, top, sharpness).stream()
                .anyMatch(lower ->
                        lower.positive().filter(gap -> values.of(gap) == 0.0).isPresent());
    }

    private double topOf(SymbolicMatrix block) {
        return eigenpairs.topNumerically(block);
    }

    private ClosedForm withEigenpair(
            SymbolicMatrix hessian, List<List<Integer>> blocks, List<Integer> top, TopEigenpair pair) {
        Expression sharpness = point.simplified(pair.value());
        List<Expression> u = unitVector(top, pair.vector());
        SharpnessGeometry geometry = new SharpnessGeometry(derivatives, point, values, stepSize, u);
        TaylorTerms taylor = new TaylorTerms(derivatives, point, geometry, hessian, sharpness);
        List<TaylorTerm> terms = taylor.terms();
        List<BranchCondition> conditions = new ArrayList<>(point.conditions());
        conditions.addAll(pair.conditions());
        conditions.addAll(otherBlocksAreLower(hessian, blocks, top, sharpness));
        return new ClosedForm(
                hessian.rows(),
                blocks,
                top,
                sharpness,
                u,
                geometry.gradient(),
                geometry.sharpnessGradient(),
                geometry.skewness(),
                geometry.sharpnessGradientOffU(),
                geometry.alpha(),
                geometry.beta(),
                geometry.delta(),
                geometry.epsilon(),
                geometry.gamma(),
                TaylorTerms.ALONG,
                taylor.off(),
                terms,
                conditions);
    }

    private List<Expression> unitVector(List<Integer> block, List<Expression> vector) {
        List<Expression> u =
                new ArrayList<>(Collections.nCopies(derivatives.variables().size(), Expression.ZERO));
        for (int k = 0; k < block.size(); k++) {
            u.set(block.get(k), point.simplified(vector.get(k)));
        }
        return u;
    }

    private List<BranchCondition> otherBlocksAreLower(
            SymbolicMatrix hessian, List<List<Integer>> blocks, List<Integer> top, Expression sharpness) {
        List<BranchCondition> conditions = new ArrayList<>();
        for (List<Integer> block : blocks) {
            if (!block.equals(top)) {
                conditions.add(isLower(hessian.principal(block), names(block), sharpness));
            }
        }
        return conditions;
    }

    private BranchCondition isLower(SymbolicMatrix block, List<String> names, Expression sharpness) {
        return block.size() <= 2
                ? BranchCondition.positive(sharpness.minus(
                        eigenpairs.of(block).map(TopEigenpair::value).orElseThrow()))
                : BranchCondition.text("every eigenvalue of the block of " + names + " < " + sharpness);
    }

    private List<String> names(List<Integer> block) {
        return block.stream().map(i -> derivatives.variables().get(i).name()).toList();
    }

    /** The decoupled blocks of a symmetric matrix: the connected components of the graph of its non-zero entries. */
    private static final class HessianBlocks {

        private HessianBlocks() {}

        /** The blocks, each a sorted list of indices; an entry couples unless it is the constant 0. */
        static List<List<Integer>> of(SymbolicMatrix matrix) {
            List<List<Integer>> blocks = new ArrayList<>();
            TreeSet<Integer> unseen = new TreeSet<>();
            for (int i = 0; i < matrix.size(); i++) {
                unseen.add(i);
            }
            while (!unseen.isEmpty()) {
                blocks.add(componentOf(unseen.pollFirst(), matrix, unseen));
            }
            return List.copyOf(blocks);
        }

        private static List<Integer> componentOf(int start, SymbolicMatrix matrix, Set<Integer> unseen) {
            TreeSet<Integer> component = new TreeSet<>();
            Deque<Integer> frontier = new ArrayDeque<>(List.of(start));
            while (!frontier.isEmpty()) {
                int i = frontier.pop();
                component.add(i);
                List<Integer> coupled = unseen.stream()
                        .filter(j -> !matrix.entry(i, j).isZero())
                        .toList();
                unseen.removeAll(coupled);
                frontier.addAll(coupled);
            }
            return List.copyOf(component);
        }
    }
}
