package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/**
 * A linear optimizer over intervals, with what theory.md section 10 takes of it, by linear equations: with {@code x = (A + I)^-1 B} and {@code y = (A + I)^-1 x}
 * its transfer function has {@code G(-1) = -C x} and {@code G'(-1) = -C y}; the residue at 1 is that of the left eigenvector of A.
 *
 * @param a contains A, q by q
 * @param b contains B, of q entries
 * @param c contains C, of q entries
 * @param edge contains the edge of stability {@code S_c = 1/G(-1)}
 * @param step contains {@code 2/S_c}, of gradient descent eta
 * @param growth contains the growth rate {@code G(-1)^2/G'(-1)}
 * @param drift contains the drift rate, minus the residue of G at 1
 * @param flip contains the eigenvector r of {@code A + S_c B C} for -1 with {@code C r = 1}, of q entries
 */
record EnclosedOptimizer(
        FieldMatrix<DecimalInterval> a,
        FieldVector<DecimalInterval> b,
        FieldVector<DecimalInterval> c,
        DecimalInterval edge,
        DecimalInterval step,
        DecimalInterval growth,
        DecimalInterval drift,
        FieldVector<DecimalInterval> flip) {

    /**
     * Encloses what is stated.
     *
     * @param stated an optimizer; gradient descent where it is absent
     * @param eta contains the step size of gradient descent
     * @param value encloses an entry
     * @throws RejectedException if a row of A or C does not certainly add up to about 1, or edge, growth and drift are not certainly positive
     */
    static EnclosedOptimizer of(
            Optional<StatedOptimizer> stated,
            DecimalInterval eta,
            Function<String, DecimalInterval> value,
            DecimalIntervalField field) {
        return stated.map(optimizer -> of(optimizer, value, field)).orElseGet(() -> gradientDescent(eta, field));
    }

    private static EnclosedOptimizer gradientDescent(DecimalInterval eta, DecimalIntervalField field) {
        FieldVector<DecimalInterval> one = new ArrayFieldVector<>(1, field.getOne());
        FieldMatrix<DecimalInterval> a = new Array2DRowFieldMatrix<>(field, 1, 1);
        a.setEntry(0, 0, field.getOne());
        return new EnclosedOptimizer(
                a, one.mapMultiply(eta.negate()), one, field.of(2).divide(eta), eta, eta, eta, one);
    }

    private static EnclosedOptimizer of(
            StatedOptimizer stated, Function<String, DecimalInterval> value, DecimalIntervalField field) {
        int q = stated.copies();
        FieldMatrix<DecimalInterval> a = new Array2DRowFieldMatrix<>(field, q, q);
        for (int i = 0; i < q; i++) {
            a.setRowVector(i, vector(stated.a().get(i), value, field));
            requireOne("a row of A", a.getRowVector(i));
        }
        FieldVector<DecimalInterval> b = vector(stated.b(), value, field);
        FieldVector<DecimalInterval> c = vector(stated.c(), value, field);
        requireOne("C", c);
        FieldMatrix<DecimalInterval> raised = a.copy();
        FieldMatrix<DecimalInterval> bordered =
                a.transpose().scalarMultiply(field.getOne().negate());
        DecimalInterval share = field.getOne().divide(field.of(q));
        for (int i = 0; i < q; i++) {
            raised.addToEntry(i, i, field.getOne());
            bordered.addToEntry(i, i, field.getOne());
            for (int j = 0; j < q; j++) {
                bordered.addToEntry(i, j, share);
            }
        }
        FieldVector<DecimalInterval> x = solved(raised, b);
        FieldVector<DecimalInterval> y = solved(raised, x);
        DecimalInterval atMinusOne = c.dotProduct(x).negate();
        requirePositive("edge", atMinusOne);
        DecimalInterval growth = atMinusOne.square().divide(c.dotProduct(y).negate());
        requirePositive("growth rate", growth);
        // w (I - A + 1 e') = e' with e' = (1/q, ..., 1/q) has w A = w and w 1 = 1
        DecimalInterval drift =
                solved(bordered, new ArrayFieldVector<>(q, share)).dotProduct(b).negate();
        requirePositive("drift rate", drift);
        return new EnclosedOptimizer(
                a,
                b,
                c,
                atMinusOne.reciprocal(),
                atMinusOne.multiply(2),
                growth,
                drift,
                x.mapDivide(atMinusOne.negate()));
    }

    private static FieldVector<DecimalInterval> vector(
            List<String> entries, Function<String, DecimalInterval> value, DecimalIntervalField field) {
        FieldVector<DecimalInterval> vector = new ArrayFieldVector<>(field, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            vector.setEntry(i, value.apply(entries.get(i)));
        }
        return vector;
    }

    private static void requireOne(String what, FieldVector<DecimalInterval> entries) {
        DecimalInterval sum = entries.getEntry(0).getField().getZero();
        for (DecimalInterval entry : entries.toArray()) {
            sum = sum.add(entry);
        }
        RejectedException.unless(
                sum.isFinite() && sum.contains(sum.getField().getOne()),
                "the optimizer: the entries of " + what + " add up to " + Decimals.shown(sum) + " and not to 1");
    }

    private static void requirePositive(String what, DecimalInterval number) {
        RejectedException.unless(
                number.isPositive(), "the optimizer: its " + what + " is not certainly finite and positive");
    }

    /** Contains the solutions of linear equations, by elimination with the largest pivots. */
    static FieldVector<DecimalInterval> solved(
            FieldMatrix<DecimalInterval> matrix, FieldVector<DecimalInterval> right) {
        int q = right.getDimension();
        List<FieldVector<DecimalInterval>> rows = new ArrayList<>();
        for (int i = 0; i < q; i++) {
            rows.add(matrix.getRowVector(i).append(right.getEntry(i)));
        }
        for (int k = 0; k < q; k++) {
            int largest = k;
            for (int i = k + 1; i < q; i++) {
                largest = size(rows.get(i), k) > size(rows.get(largest), k) ? i : largest;
            }
            FieldVector<DecimalInterval> pivot = rows.set(largest, rows.get(k));
            rows.set(k, pivot);
            DecimalInterval head = pivot.getEntry(k);
            RejectedException.unless(
                    head.isPositive() || head.negate().isPositive(),
                    "the optimizer: it never flips, or a pole is not certainly simple");
            for (int i = k + 1; i < q; i++) {
                rows.set(
                        i,
                        rows.get(i)
                                .subtract(pivot.mapMultiply(
                                        rows.get(i).getEntry(k).divide(head))));
            }
        }
        FieldVector<DecimalInterval> solution = right.copy();
        for (int k = q - 1; k >= 0; k--) {
            DecimalInterval rest = rows.get(k).getEntry(q);
            for (int j = k + 1; j < q; j++) {
                rest = rest.subtract(rows.get(k).getEntry(j).multiply(solution.getEntry(j)));
            }
            solution.setEntry(k, rest.divide(rows.get(k).getEntry(k)));
        }
        return solution;
    }

    private static double size(FieldVector<DecimalInterval> row, int column) {
        return Math.abs(row.getEntry(column).getReal());
    }

    /**
     * Requires that as the curvature grows from 0 nothing leaves the unit disc before -1 does at the edge; gradient descent has nothing else.
     *
     * @throws RejectedException if that is not shown
     */
    void requireFlipFirst() {
        RejectedException.unless(
                (copies() == 1 && step.equals(drift)) || new FirstExitCheck(this).isShown(),
                "the optimizer: it is not shown that as the curvature grows from 0 the first eigenvalue to leave the unit"
                        + " disc leaves it at -1");
    }

    /** How many copies of the parameters its state holds. */
    int copies() {
        return b.getDimension();
    }

    /** The copies of a state of qn numbers, one below the other. */
    List<FieldVector<DecimalInterval>> copies(FieldVector<DecimalInterval> state) {
        int n = state.getDimension() / copies();
        List<FieldVector<DecimalInterval>> copies = new ArrayList<>();
        for (int i = 0; i < copies(); i++) {
            copies.add(state.getSubVector(i * n, n));
        }
        return copies;
    }

    /** The state of some copies. */
    static FieldVector<DecimalInterval> state(List<FieldVector<DecimalInterval>> copies) {
        FieldVector<DecimalInterval> state = copies.get(0);
        for (FieldVector<DecimalInterval> copy : copies.subList(1, copies.size())) {
            state = state.append(copy);
        }
        return state;
    }

    /** The state whose copies all stand at one point. */
    FieldVector<DecimalInterval> standing(FieldVector<DecimalInterval> point) {
        return state(Collections.nCopies(copies(), point));
    }

    /** {@code C s}. */
    FieldVector<DecimalInterval> read(FieldVector<DecimalInterval> state) {
        return sum(c, copies(state));
    }

    /** {@code A s + B g}. */
    FieldVector<DecimalInterval> next(FieldVector<DecimalInterval> state, FieldVector<DecimalInterval> gradient) {
        List<FieldVector<DecimalInterval>> copies = copies(state);
        List<FieldVector<DecimalInterval>> next = new ArrayList<>();
        for (int i = 0; i < copies(); i++) {
            next.add(sum(a.getRowVector(i), copies).add(gradient.mapMultiply(b.getEntry(i))));
        }
        return state(next);
    }

    private static FieldVector<DecimalInterval> sum(
            FieldVector<DecimalInterval> weights, List<FieldVector<DecimalInterval>> vectors) {
        FieldVector<DecimalInterval> sum = vectors.get(0).mapMultiply(weights.getEntry(0));
        for (int i = 1; i < vectors.size(); i++) {
            sum = sum.add(vectors.get(i).mapMultiply(weights.getEntry(i)));
        }
        return sum;
    }

    /** The points that a set of states has as sums of the copies with some weights. */
    Points read(Decimals decimals, FieldVector<DecimalInterval> weights, SetInclusion states) {
        FieldVector<DecimalInterval> middle = sum(weights, copies(states.centre()));
        int size = states.radii().getDimension();
        FieldMatrix<DecimalInterval> frame = new Array2DRowFieldMatrix<>(decimals.field(), middle.getDimension(), size);
        FieldVector<DecimalInterval> z = states.radii().copy();
        for (int j = 0; j < size; j++) {
            frame.setColumnVector(j, sum(weights, copies(states.frame().getColumnVector(j))));
            z.setEntry(j, z.getEntry(j).symmetricHull());
        }
        FieldVector<DecimalInterval> centre = decimals.middle(middle);
        DecimalInterval radius = new SymmetricBounds(decimals)
                .norm(frame)
                .multiply(decimals.norm(states.radii()))
                .add(decimals.norm(middle.subtract(centre)));
        return new Points(centre, middle.add(frame.operate(z)), radius.mag());
    }

    /** The points {@code C s} of a set of states. */
    Points read(Decimals decimals, SetInclusion states) {
        return copies() == 1 ? new Points(states.centre(), states.box(), states.radius()) : read(decimals, c, states);
    }

    /**
     * Some points.
     *
     * @param centre in their middle
     * @param box contains them
     * @param radius none is farther from the centre
     */
    record Points(FieldVector<DecimalInterval> centre, FieldVector<DecimalInterval> box, DecimalInterval radius) {}

    /** {@code B_i C_j}, by which a gradient at what is read of copy j moves copy i. */
    DecimalInterval pull(int i, int j) {
        return b.getEntry(i).multiply(c.getEntry(j));
    }

    /** {@code C B}, by which a gradient moves what is read after it. */
    DecimalInterval reach() {
        return c.dotProduct(b);
    }

    /** {@code C A}. */
    FieldVector<DecimalInterval> kept() {
        return a.preMultiply(c);
    }

    /** Contains {@code A x I + B C x H}, qn by qn: the derivative of a step of the state. */
    FieldMatrix<DecimalInterval> derivative(FieldMatrix<DecimalInterval> hessian) {
        return blocks(
                hessian.getRowDimension(), (i, j) -> plusScalar(hessian.scalarMultiply(pull(i, j)), a.getEntry(i, j)));
    }

    /** A block of a matrix that acts on states. */
    interface Block {
        /** From copy j to copy i. */
        FieldMatrix<DecimalInterval> of(int i, int j);
    }

    /** A matrix of q by q blocks of n by n entries. */
    FieldMatrix<DecimalInterval> blocks(int n, Block block) {
        FieldMatrix<DecimalInterval> matrix = new Array2DRowFieldMatrix<>(a.getField(), copies() * n, copies() * n);
        for (int i = 0; i < copies(); i++) {
            for (int j = 0; j < copies(); j++) {
                matrix.setSubMatrix(block.of(i, j).getData(), i * n, j * n);
            }
        }
        return matrix;
    }

    /** The block of a matrix that leads from copy j to copy i. */
    FieldMatrix<DecimalInterval> block(FieldMatrix<DecimalInterval> matrix, int i, int j) {
        int n = matrix.getRowDimension() / copies();
        return matrix.getSubMatrix(i * n, i * n + n - 1, j * n, j * n + n - 1);
    }

    /** A matrix that acts on the copies alone, for vectors of n entries. */
    FieldMatrix<DecimalInterval> onCopies(FieldMatrix<DecimalInterval> matrix, int n) {
        return blocks(n, (i, j) -> plusScalar(new Array2DRowFieldMatrix<>(a.getField(), n, n), matrix.getEntry(i, j)));
    }

    private static FieldMatrix<DecimalInterval> plusScalar(
            FieldMatrix<DecimalInterval> matrix, DecimalInterval scalar) {
        for (int k = 0; k < matrix.getRowDimension(); k++) {
            matrix.addToEntry(k, k, scalar);
        }
        return matrix;
    }

    /** {@code sqrt(a b)}, by which epsilon grows with {@code sqrt(alpha)}. */
    DecimalInterval rate() {
        return copies() == 1 && growth.equals(drift)
                ? growth
                : growth.multiply(drift).sqrt();
    }
}
