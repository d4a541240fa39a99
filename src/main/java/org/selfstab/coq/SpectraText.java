package org.selfstab.coq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.SymmetricMatrices;
import org.selfstab.recheck.CertifiedIterates.Ball;

/**
 * That the sharpness of iterates is in the certificate's ball, and the second eigenvalue below that ball, in any number of variables, as the library of spectra takes it: it computes the pivots
 * (LDL^T) of {@code hi I - H} and of {@code lo I - H + k v v^T}, and {@code v^T (H - lo I) v}, by intervals over the iterates' boxes. The bounds, v and k are proposed here.
 */
final class SpectraText {

    private static final String MATRIX = "A";
    /** The digits, in bits, of v. */
    private static final int BITS = 53;

    private final ExpressionText expressions;
    private final int n;
    private final List<List<Term>> hessian = new ArrayList<>();

    /** A sharpness between two numbers, at a vector, with what pushes its eigenvalue below the others. */
    private record Top(Term low, Term high, List<BigFraction> axis, Term weight) {
        Top {
            axis = List.copyOf(axis);
        }
    }

    /**
     * The texts for a loss.
     *
     * @param theorems of the file with the loss, which the matrix is added to
     */
    SpectraText(Theorems theorems, LossDefinitions loss, List<String> variables) {
        this.expressions = new ExpressionText(variables);
        this.n = variables.size();
        for (int i = 0; i < n; i++) {
            List<Term> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(loss.of(i, j));
            }
            hessian.add(row);
        }
        theorems.add(SpectralClaim.matrix(MATRIX, variables, hessian));
    }

    /** The Hessian as the library takes it, its upper triangle row by row, and that it is this. */
    String base() {
        String index = "[|".repeat(n) + "i" + "]".repeat(n);
        String triangle = IntStream.range(0, n)
                .mapToObj(i -> expressions.list(hessian.get(i).subList(i, n)))
                .collect(Collectors.joining(";\n   "));
        return "\n(* The Hessian, row by row from the diagonal. *)\nDefinition hessian (x : nat -> R) : nat -> nat -> R := "
                + MATRIX
                + IntStream.range(0, n).mapToObj(i -> " (x " + i + "%nat)").collect(Collectors.joining())
                + ".\nDefinition triangle : list (list expression) :=\n  [" + triangle + "].\n"
                + "Lemma symmetric : forall x i j, hessian x i j = hessian x j i.\nProof. intros x " + index + " "
                + index.replace('i', 'j') + "; reflexivity. Qed.\n"
                + "Lemma same : forall x i j, (i + j < " + n
                + ")%nat -> hessian x i (i + j)%nat = value x (nth j (nth i triangle []) (Int 0)).\nProof. intros x "
                + index + " " + index.replace('i', 'j') + " L; try (exfalso; lia); reflexivity. Qed.\n";
    }

    /** What is proposed about the iterates of a part. */
    final class Part {

        private final List<Optional<Top>> tops = new ArrayList<>();
        private final int first;

        /** A part that begins with an iterate. */
        Part(int first) {
            this.first = first;
        }

        /** Adds the next iterate, of whose sharpness a certificate may say nothing. */
        void add(Optional<Ball> sharpness, Map<String, Dfp> centre, DfpField field) {
            tops.add(sharpness.map(ball -> {
                BigFraction middle = Dyadic.exact(ball.centre());
                BigFraction radius = Dyadic.exact(ball.radius());
                return top(middle.subtract(radius), middle.add(radius), spectrum(Evaluation.inDecimals(field), centre));
            }));
        }

        boolean isEmpty() {
            return tops.stream().allMatch(Optional::isEmpty);
        }

        /** The claims as a list of the library. */
        String definition() {
            return "Definition tops : list (option top) := ["
                    + tops.stream()
                            .map(top -> top.map(SpectraText.this::text).orElse("None"))
                            .collect(Collectors.joining(";\n  "))
                    + "].\n";
        }

        /** The claims in real numbers. */
        String statement() {
            return IntStream.range(0, tops.size())
                    .boxed()
                    .flatMap(i -> tops.get(i).map(top -> statement(first + i, top)).stream())
                    .collect(Collectors.joining("\n  /\\ "));
        }

        private String statement(int t, Top top) {
            String iterate = IntStream.rangeClosed(1, n)
                    .mapToObj(i -> " (s" + i + " " + t + "%Z)")
                    .collect(Collectors.joining());
            return "simple_sharpness " + n + " (" + MATRIX + iterate + ") ("
                    + top.low().text() + ") (" + top.high().text() + ")";
        }

        /** What Coq computes of the boxes of a list. */
        String computed(String boxes) {
            return "Lemma sharp : tops_shown digits scale " + n + " triangle (" + boxes + ") tops = true.\n"
                    + RunFiles.COMPUTED;
        }

        /** That the claims hold, as the iterates run through the boxes. */
        String proof(String boxes, String state, String runs) {
            return "exact (tops_hold digits scale " + n + " triangle hessian symmetric same (" + state + ") tops ("
                    + boxes + ") " + first + "%Z\n    " + runs + " sharp)";
        }
    }

    private String text(Top top) {
        return "Some " + written(top);
    }

    private String written(Top top) {
        String axis =
                top.axis().stream().map(v -> v.getNumerator().toString()).collect(Collectors.joining("; ", "[", "]%Z"));
        return "(Top " + expressions.of(top.low()) + " " + expressions.of(top.high()) + " " + axis + " "
                + expressions.of(top.weight()) + ")";
    }

    private <T extends CalculusFieldElement<T>> SymmetricMatrices.Spectrum spectrum(
            Evaluation<T> evaluation, Map<String, T> at) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = evaluation.of(hessian.get(i).get(j), at).getReal();
                if (!Double.isFinite(entry)) {
                    throw new NoTermException("the Hessian has no value at a point of the run");
                }
                matrix.set(i, j, entry);
            }
        }
        return SymmetricMatrices.spectrum(matrix);
    }

    /** The top eigenvector at a point, about. */
    List<Double> direction(Map<String, Binary64> at) {
        SymmetricMatrices.Spectrum spectrum = spectrum(Evaluation.inDoubles(), at);
        return IntStream.range(0, n).mapToObj(i -> spectrum.vectors()[0].get(i)).toList();
    }

    /**
     * Bounds of the sharpness near a point, above the second eigenvalue, as a {@code top} of the library.
     *
     * @param low the lower one
     */
    record Bracket(Term low, String text) {}

    /** Bounds of the sharpness near a point. */
    Bracket bracket(Map<String, Binary64> at) {
        SymmetricMatrices.Spectrum spectrum = spectrum(Evaluation.inDoubles(), at);
        Top top = bracket(spectrum);
        return new Bracket(top.low(), written(top));
    }

    private Top bracket(SymmetricMatrices.Spectrum spectrum) {
        BigFraction eighth = Dyadic.exact(0.125 * gap(spectrum));
        BigFraction middle = Dyadic.exact(spectrum.values()[0]);
        return top(middle.subtract(eighth), middle.add(eighth), spectrum);
    }

    private static double gap(SymmetricMatrices.Spectrum spectrum) {
        return spectrum.values()[0] - spectrum.values()[1];
    }

    /** A {@code frame} of the library near a point: bounds of the sharpness, and a number between it and the second eigenvalue. */
    String frame(Map<String, Binary64> at) {
        SymmetricMatrices.Spectrum spectrum = spectrum(Evaluation.inDoubles(), at);
        double sharpness = spectrum.values()[0];
        Top top = bracket(spectrum);
        return "Frame " + written(top) + " " + expressions.of(Dyadic.term(sharpness)) + " "
                + expressions.of(Dyadic.term(sharpness - 0.5 * gap(spectrum))) + " " + expressions.of(top.weight());
    }

    private Top top(BigFraction low, BigFraction high, SymmetricMatrices.Spectrum spectrum) {
        List<BigFraction> axis = IntStream.range(0, n)
                .mapToObj(i -> Dyadic.exact(Math.rint(Math.scalb(spectrum.vectors()[0].get(i), BITS))))
                .toList();
        double top = spectrum.values()[0];
        double spread = Math.max(top - spectrum.values()[n - 1], 1e-3 * Math.abs(top));
        double weight = Math.scalb(1.0, Math.getExponent(Math.max(spread, Double.MIN_NORMAL)) + 3 - 2 * BITS);
        return new Top(Dyadic.term(low), Dyadic.term(high), axis, Dyadic.term(weight));
    }
}
