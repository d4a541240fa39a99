package org.selfstab.certify.enclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.util.Binary64;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;

/**
 * All eigenvalues of all symmetric matrices in an interval matrix H. With V about the eigenvectors of the midpoints, those of {@code V^T H V} are within the
 * norm of what is off its diagonal of the diagonal's entries (Weyl), and those of H within the factors {@code 1/(1 -+ |V^T V - I|)} of these (Ostrowski).
 */
public final class SymmetricSpectrum {

    /** Of the largest entry: a checker's V differs in its last digits. */
    private static final double ROUNDING = 0x1p-46;

    private SymmetricSpectrum() {}

    /**
     * Contains the eigenvalues, largest first.
     *
     * @throws EnclosureException if entries are not finite
     */
    public static List<Interval> of(FieldMatrix<Interval> symmetric) {
        int n = symmetric.getRowDimension();
        for (Interval entry : Boxes.entries(symmetric).toArray()) {
            if (!entry.isFinite()) {
                throw new EnclosureException("a matrix whose eigenvalues are asked for has no bound");
            }
        }
        Eigensystem<Binary64> proposed = new DoubleEigensolver().solve(Boxes.midpoints(symmetric));
        FieldMatrix<Interval> v = Boxes.identity(n);
        for (int j = 0; j < n; j++) {
            v.setColumnVector(j, Boxes.at(Boxes.numbers(proposed.vectors().get(j))));
        }
        FieldMatrix<Interval> turned = v.transpose().multiply(symmetric).multiply(v);
        double defect = MatrixBounds.norm(v.transpose().multiply(v).subtract(Boxes.identity(n)));
        FieldMatrix<Interval> off = turned.copy();
        List<Interval> diagonal = new ArrayList<>();
        double scale = 0;
        for (int i = 0; i < n; i++) {
            diagonal.add(turned.getEntry(i, i));
            scale = Math.max(scale, turned.getEntry(i, i).mag());
            off.setEntry(i, i, Interval.of(0.0));
        }
        double radius = RoundUp.add(MatrixBounds.norm(off), ROUNDING * scale);
        Interval factor = Interval.of(1.0).divide(Interval.around(Interval.of(1.0), defect));
        double[] lower = sorted(diagonal, Comparator.comparingDouble(Interval::lower), true);
        double[] upper = sorted(diagonal, Comparator.comparingDouble(Interval::upper), false);
        List<Interval> eigenvalues = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            eigenvalues.add(
                    Interval.around(new Interval(lower[i], upper[i]), radius).multiply(factor));
        }
        return eigenvalues;
    }

    private static double[] sorted(List<Interval> intervals, Comparator<Interval> order, boolean isLower) {
        return intervals.stream()
                .sorted(order.reversed())
                .mapToDouble(isLower ? Interval::lower : Interval::upper)
                .toArray();
    }

    /** Contains the smallest eigenvalues. */
    public static Interval least(FieldMatrix<Interval> symmetric) {
        List<Interval> all = of(symmetric);
        return all.get(all.size() - 1);
    }

    /** Contains the largest magnitudes of an eigenvalue. */
    public static Interval norm(FieldMatrix<Interval> symmetric) {
        List<Interval> all = of(symmetric);
        Interval first = all.get(0).abs();
        Interval last = all.get(all.size() - 1).abs();
        return new Interval(Math.max(first.lower(), last.lower()), Math.max(first.upper(), last.upper()));
    }
}
