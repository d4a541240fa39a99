package org.selfstab.recheck;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/** Vectors and matrices of decimal intervals from the doubles of a certificate, which are taken for exact numbers. */
final class Decimals {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int SHOWN_DIGITS = 17;

    private final DecimalIntervalField field;

    Decimals(DecimalIntervalField field) {
        this.field = field;
    }

    DecimalIntervalField field() {
        return field;
    }

    FieldVector<DecimalInterval> vector(List<Double> numbers) {
        return enclosed(exactly(numbers));
    }

    FieldMatrix<DecimalInterval> matrix(List<List<Double>> rows) {
        return enclosedRows(rows.stream().map(Decimals::exactly).toList());
    }

    private static List<BigDecimal> exactly(List<Double> numbers) {
        return numbers.stream().map(BigDecimal::new).toList();
    }

    /** The vector of exact decimals, rounded outwards to the field's digits. */
    FieldVector<DecimalInterval> enclosed(List<BigDecimal> numbers) {
        FieldVector<DecimalInterval> vector = new ArrayFieldVector<>(field, numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            vector.setEntry(i, field.of(numbers.get(i)));
        }
        return vector;
    }

    /** The matrix of exact decimals, rounded outwards to the field's digits. */
    FieldMatrix<DecimalInterval> enclosedRows(List<List<BigDecimal>> rows) {
        FieldMatrix<DecimalInterval> matrix =
                new Array2DRowFieldMatrix<>(field, rows.size(), rows.get(0).size());
        for (int i = 0; i < rows.size(); i++) {
            matrix.setRowVector(i, enclosed(rows.get(i)));
        }
        return matrix;
    }

    /** The vector of zeros. */
    FieldVector<DecimalInterval> zeros(int n) {
        return new ArrayFieldVector<>(field, n);
    }

    FieldMatrix<DecimalInterval> zero(int n) {
        return new Array2DRowFieldMatrix<>(field, n, n);
    }

    FieldMatrix<DecimalInterval> identity(int n) {
        FieldMatrix<DecimalInterval> identity = zero(n);
        for (int i = 0; i < n; i++) {
            identity.setEntry(i, i, field.getOne());
        }
        return identity;
    }

    /** The box within a distance of a centre, in each coordinate. */
    FieldVector<DecimalInterval> around(FieldVector<DecimalInterval> centre, FieldVector<DecimalInterval> radii) {
        FieldVector<DecimalInterval> box = centre.copy();
        for (int i = 0; i < box.getDimension(); i++) {
            box.setEntry(i, centre.getEntry(i).add(radii.getEntry(i).symmetricHull()));
        }
        return box;
    }

    /** The box within one distance of a centre in all coordinates. */
    FieldVector<DecimalInterval> around(FieldVector<DecimalInterval> centre, DecimalInterval radius) {
        return around(centre, new ArrayFieldVector<>(centre.getDimension(), radius));
    }

    /** The Euclidean norm. */
    DecimalInterval norm(FieldVector<DecimalInterval> vector) {
        return squareSum(vector).sqrt();
    }

    /** The sum of the entries' squares. */
    static <T extends CalculusFieldElement<T>> T squareSum(FieldVector<T> vector) {
        T squares = vector.getField().getZero();
        for (T entry : vector.toArray()) {
            squares = squares.add(entry.square());
        }
        return squares;
    }

    /** Contains 0 and all numbers up to a bound. */
    DecimalInterval upTo(DecimalInterval bound) {
        return bound.isFinite() ? field.of(BigDecimal.ZERO.min(bound.lower()), bound.upper()) : bound;
    }

    /** About the midpoint, an interval of one number; the same interval if it is not finite. */
    DecimalInterval middle(DecimalInterval interval) {
        return interval.isFinite()
                ? field.of(interval.lower().add(interval.upper()).divide(TWO, new MathContext(field.digits())))
                : interval;
    }

    /** About the midpoints. */
    FieldVector<DecimalInterval> middle(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> middle = box.copy();
        for (int i = 0; i < box.getDimension(); i++) {
            middle.setEntry(i, middle(box.getEntry(i)));
        }
        return middle;
    }

    /** The lower or the upper half of a box along a side. They share the points between them, so that together they cover it. */
    FieldVector<DecimalInterval> half(FieldVector<DecimalInterval> box, int side, boolean lower) {
        DecimalInterval all = box.getEntry(side);
        DecimalInterval middle = middle(all);
        FieldVector<DecimalInterval> half = box.copy();
        half.setEntry(side, lower ? field.of(all.lower(), middle.upper()) : field.of(middle.lower(), all.upper()));
        return half;
    }

    /** One half. */
    DecimalInterval half() {
        return field.of(0.5);
    }

    /** About the midpoints. */
    FieldMatrix<DecimalInterval> middles(FieldMatrix<DecimalInterval> matrix) {
        FieldMatrix<DecimalInterval> middles = matrix.copy();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                middles.setEntry(i, j, middle(matrix.getEntry(i, j)));
            }
        }
        return middles;
    }

    /**
     * About the inverse of the midpoints, with all digits: units may be so far apart that doubles find none. Empty if they are singular.
     */
    Optional<FieldMatrix<DecimalInterval>> aboutInverse(FieldMatrix<DecimalInterval> matrix) {
        try {
            return Optional.of(middles(
                    new FieldLUDecomposition<>(middles(matrix)).getSolver().getInverse()));
        } catch (MathRuntimeException singular) {
            return Optional.empty();
        }
    }

    /**
     * About the inverse of the midpoints by doubles, whose few digits make products with it cheap; with all digits where doubles find none. Empty if they are
     * singular.
     */
    Optional<FieldMatrix<DecimalInterval>> roughlyInverse(FieldMatrix<DecimalInterval> matrix) {
        try {
            double[][] inverse = new LUDecomposition(MatrixUtils.createRealMatrix(midpoints(matrix)))
                    .getSolver()
                    .getInverse()
                    .getData();
            FieldMatrix<DecimalInterval> rough = zero(inverse.length);
            for (int i = 0; i < inverse.length; i++) {
                for (int j = 0; j < inverse.length; j++) {
                    rough.setEntry(i, j, field.of(new BigDecimal(inverse[i][j], MathContext.DECIMAL64)));
                }
            }
            return Optional.of(rough);
        } catch (MathRuntimeException | NumberFormatException notInDoubles) {
            return aboutInverse(matrix);
        }
    }

    /** Whether a step, 1 at least, may be a number rounded down. */
    static boolean isRoundedDown(DecimalInterval number, int step) {
        if (!number.isFinite() || step < 1) {
            return false;
        }
        BigDecimal last = BigDecimal.valueOf(step);
        return number.lower().setScale(0, RoundingMode.FLOOR).compareTo(last) <= 0
                && last.compareTo(number.upper().setScale(0, RoundingMode.FLOOR)) <= 0;
    }

    /** For people: a name, and the number that it is, or where it is. */
    static String shown(String name, DecimalInterval interval) {
        boolean isNumber = interval.isFinite() && interval.lower().compareTo(interval.upper()) == 0;
        return name + (isNumber ? " = " + interval.lower().doubleValue() : " in " + shown(interval));
    }

    /** For people: endpoints of few digits, rounded outwards. */
    static String shown(DecimalInterval interval) {
        if (!interval.isFinite()) {
            return interval.toString();
        }
        BigDecimal lower = interval.lower().round(new MathContext(SHOWN_DIGITS, RoundingMode.FLOOR));
        BigDecimal upper = interval.upper().round(new MathContext(SHOWN_DIGITS, RoundingMode.CEILING));
        return "[" + lower + ", " + upper + "]";
    }

    /** The doubles nearest to the midpoints, for proposals. */
    static double[][] midpoints(FieldMatrix<DecimalInterval> matrix) {
        double[][] midpoints = new double[matrix.getRowDimension()][matrix.getColumnDimension()];
        for (int i = 0; i < midpoints.length; i++) {
            for (int j = 0; j < midpoints[i].length; j++) {
                midpoints[i][j] = matrix.getEntry(i, j).getReal();
            }
        }
        return midpoints;
    }
}
