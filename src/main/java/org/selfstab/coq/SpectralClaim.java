package org.selfstab.coq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * Bounds of the largest eigenvalue and of the second one in any number of variables, as the library states them by the form of the Hessian: above a number if the
 * form is on one vector, or on two and what they span; below if the pivots of another matrix (LDL^T) are positive.
 */
final class SpectralClaim {

    /** The digits, in bits, of vectors on which forms are looked at. */
    private static final int BITS = 24;

    private static final String MATRIX = "A";
    private static final String AXIS = "axis";

    private final Theorems theorems;
    private final LossDefinitions loss;
    private final List<String> names;
    private final int n;
    private final boolean second;
    private final Term bound;
    private final List<List<Term>> entries = new ArrayList<>();

    /**
     * A claim.
     *
     * @param scale by which eigenvalues are multiplied
     * @param second whether it is about the second eigenvalue; else about the largest
     * @param bound the number that it is held against
     */
    SpectralClaim(
            Theorems theorems, LossDefinitions loss, ProblemTerms problem, Term scale, boolean second, Term bound) {
        this.theorems = theorems;
        this.loss = loss;
        this.names = problem.names();
        this.n = problem.variables().size();
        this.second = second;
        this.bound = bound;
        for (int i = 0; i < n; i++) {
            List<Term> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(
                        j < i
                                ? entries.get(j).get(i)
                                : loss.derivedQuantity(MATRIX + (i + 1) + "_" + (j + 1), scale.times(loss.of(i, j))));
            }
            entries.add(row);
        }
        theorems.add(matrix(MATRIX, names, entries));
    }

    /** What is claimed where the names have these values. */
    String statement(boolean above, List<Term> values) {
        String side = above ? "_above " : "_below ";
        return (second ? "second" : "largest") + side + n + "%nat (" + applied(MATRIX, values) + ") (" + bound.text()
                + ")";
    }

    /** The lemma of the library by which one excludes the other. */
    String exclusion() {
        return second ? "second_not_above" : "largest_not_above";
    }

    /**
     * The steps that prove it, after the lemmas that they need.
     *
     * @param place where
     */
    List<String> proof(boolean above, Place place) {
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(hessian(place.at()));
        return above ? aboveBy(spectrum, place) : belowBy(spectrum, place);
    }

    /**
     * Where a claim is proved.
     *
     * @param values of the names, themselves or numbers
     * @param assumed what holds of them
     * @param at a point there
     * @param interval the tactic for bounds there
     */
    record Place(List<Term> values, List<String> assumed, Map<String, Binary64> at, String interval) {

        Place {
            values = List.copyOf(values);
            assumed = List.copyOf(assumed);
        }

        private List<String> binders() {
            return values.stream()
                    .filter(Term.Name.class::isInstance)
                    .map(Term::text)
                    .toList();
        }

        private String hypotheses() {
            return IntStream.range(0, assumed.size()).mapToObj(i -> " B" + i).collect(Collectors.joining());
        }

        /** Brings names and assumptions into the context. */
        private String intros() {
            return "intros" + binders().stream().map(name -> " " + name).collect(Collectors.joining()) + hypotheses()
                    + ".";
        }

        private String use(String lemma) {
            return "(" + lemma + binders().stream().map(name -> " " + name).collect(Collectors.joining()) + hypotheses()
                    + ")";
        }
    }

    private DMatrixRMaj hessian(Map<String, Binary64> at) {
        Evaluation<Binary64> doubles = Evaluation.inDoubles();
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = doubles.of(entries.get(i).get(j), at).getReal();
                if (!Double.isFinite(entry)) {
                    throw new NoTermException("the Hessian has no value at the centre of the box");
                }
                hessian.set(i, j, entry);
            }
        }
        return hessian;
    }

    private List<String> aboveBy(SymmetricMatrices.Spectrum spectrum, Place place) {
        List<Term> first = vector(spectrum, 0);
        theorems.add(vector(AXIS, first));
        if (!second) {
            return List.of(
                    place.intros(),
                    "exists " + AXIS + ".",
                    "cbv beta iota delta [form dot " + AXIS + " " + MATRIX + " " + definitions(entries) + "].",
                    place.interval() + ".");
        }
        List<Term> other = vector(spectrum, 1);
        theorems.add(vector("across", other));
        List<List<Term>> plane = List.of(first, other);
        Pivots pivots = new Pivots("G", 2, (i, j) -> value(plane.get(i), plane.get(j))
                .minus(bound.times(product(plane.get(i), plane.get(j)))));
        return List.of(
                place.intros(),
                "apply (second_above_by _ _ _ (" + applied("G", place.values()) + ") axis across).",
                pivots.symmetric(),
                pivots.positive(place),
                pivots.isForm("axis across"));
    }

    private List<String> belowBy(SymmetricMatrices.Spectrum spectrum, Place place) {
        if (!second) {
            Pivots pivots = new Pivots("G", n, this::below);
            return List.of(
                    place.intros(),
                    "apply (largest_below_by _ _ _ (" + applied("G", place.values()) + ")).",
                    pivots.symmetric(),
                    pivots.positive(place),
                    pivots.isForm(""));
        }
        List<Term> first = vector(spectrum, 0);
        theorems.add(vector(AXIS, first));
        double c = Evaluation.inDoubles().of(bound, Map.of()).getReal();
        double most = Math.abs(spectrum.values()[0] - c) + Math.abs(c - spectrum.values()[1]);
        Term weight = BoxFile.number(Math.scalb(1.0, Math.getExponent(Math.max(most, Double.MIN_NORMAL)) + 3));
        Pivots pivots = new Pivots(
                "G", n, (i, j) -> below(i, j).plus(weight.times(first.get(i).times(first.get(j)))));
        return List.of(
                place.intros(),
                "apply (second_below_by _ _ _ (" + applied("G", place.values()) + ") axis (" + weight.text() + ")).",
                pivots.symmetric(),
                pivots.positive(place),
                pivots.isForm("axis"));
    }

    /** Of {@code c I - H}. */
    private Term below(int i, int j) {
        Term entry = entries.get(i).get(j);
        return i == j ? bound.minus(entry) : entry.negate();
    }

    /** An eigenvector, rounded: of the largest eigenvalue at 0. */
    private List<Term> vector(SymmetricMatrices.Spectrum spectrum, int k) {
        return IntStream.range(0, n)
                .<Term>mapToObj(i ->
                        BoxFile.number(Math.scalb(Math.rint(Math.scalb(spectrum.vectors()[k].get(i), BITS)), -BITS)))
                .toList();
    }

    /** {@code a^T H b}. */
    private Term value(List<Term> a, List<Term> b) {
        Term sum = Term.ZERO;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum = sum.plus(entries.get(i).get(j).times(a.get(i).times(b.get(j))));
            }
        }
        return sum;
    }

    private static Term product(List<Term> a, List<Term> b) {
        Term sum = Term.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(b.get(i)));
        }
        return sum;
    }

    // ---- texts ----

    private static String vector(String name, List<Term> values) {
        return "Definition " + name + " (i : nat) : R :=\n  match i with\n"
                + cases(values.size(), i -> i + "%nat => " + values.get(i).text()) + "  | _ => 0\n  end.";
    }

    /** A matrix as a function of names and of indices from 0. */
    static String matrix(String name, List<String> names, List<List<Term>> rows) {
        return "Definition " + name + " (" + String.join(" ", names) + " : R) (i j : nat) : R :=\n  match i, j with\n"
                + cases(
                        rows.size() * rows.size(),
                        k -> k / rows.size() + "%nat, " + k % rows.size() + "%nat => "
                                + rows.get(k / rows.size()).get(k % rows.size()).text())
                + "  | _, _ => 0\n  end.";
    }

    private static String cases(int count, IntFunction<String> of) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  | " + of.apply(i) + "\n")
                .collect(Collectors.joining());
    }

    private static String applied(String name, List<Term> values) {
        return name + values.stream().map(value -> " (" + value.text() + ")").collect(Collectors.joining());
    }

    private static String definitions(List<List<Term>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.definitions().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** An entry of a matrix. */
    private interface Entry {
        Term at(int i, int j);
    }

    /** A symmetric matrix of definitions of a letter, and what elimination leaves of it row after row. */
    private final class Pivots {

        private final String letter;
        private final List<List<Term>> rows = new ArrayList<>();
        private final List<Term> diagonal = new ArrayList<>();

        Pivots(String letter, int size, Entry entry) {
            this.letter = letter;
            for (int i = 0; i < size; i++) {
                List<Term> row = new ArrayList<>();
                for (int j = 0; j < size; j++) {
                    row.add(
                            j < i
                                    ? rows.get(j).get(i)
                                    : loss.derivedQuantity(letter + (i + 1) + "_" + (j + 1), entry.at(i, j)));
                }
                rows.add(row);
            }
            theorems.add(matrix(letter, names, rows));
            eliminate(rows);
        }

        private void eliminate(List<List<Term>> left) {
            diagonal.add(left.get(0).get(0));
            if (left.size() == 1) {
                return;
            }
            int done = diagonal.size();
            List<List<Term>> next = new ArrayList<>();
            for (int i = 1; i < left.size(); i++) {
                List<Term> row = new ArrayList<>();
                for (int j = 1; j < left.size(); j++) {
                    Term entry = j < i
                            ? next.get(j - 1).get(i - 1)
                            : loss.derivedQuantity(
                                    letter + done + "_" + (done + i) + "_" + (done + j), eliminated(left, i, j));
                    row.add(entry);
                }
                next.add(row);
            }
            eliminate(next);
        }

        private Term eliminated(List<List<Term>> left, int i, int j) {
            Term product = new Term.Product(left.get(0).get(i), left.get(0).get(j));
            return Term.difference(
                    left.get(i).get(j), Term.quotient(product, left.get(0).get(0)));
        }

        String symmetric() {
            String index = "[|".repeat(rows.size()) + "i" + "]".repeat(rows.size());
            return "{ intros " + index + " " + index.replace('i', 'j') + "; reflexivity. }";
        }

        /** The lemmas that the pivots are positive, and the step that takes them. */
        String positive(Place place) {
            StringBuilder proof = new StringBuilder("{ exact ");
            for (int k = 0; k < diagonal.size(); k++) {
                Term pivot = diagonal.get(k);
                Map<String, Term> values = IntStream.range(0, names.size())
                        .boxed()
                        .collect(Collectors.toMap(names::get, place.values()::get));
                theorems.lemma(
                        "pivot" + (k + 1),
                        Theorems.forAll(
                                place.binders(),
                                place.assumed(),
                                "0 < " + pivot.substitute(values).text()),
                        List.of(
                                "intros.",
                                "cbv beta delta [" + String.join(" ", pivot.definitions()) + "].",
                                place.interval() + "."));
                proof.append("(conj ").append(place.use("pivot" + (k + 1))).append(' ');
            }
            return proof.append("I")
                    .append(")".repeat(diagonal.size()))
                    .append(". }")
                    .toString();
        }

        String isForm(String vectors) {
            String own = rows.stream()
                    .flatMap(List::stream)
                    .map(entry -> ((Term.Call) entry).definition().name())
                    .distinct()
                    .collect(Collectors.joining(" "));
            return "{ intro x. cbv beta iota zeta delta [form dot " + vectors + " " + letter + " " + own + " " + MATRIX
                    + "]. field; lra. }";
        }
    }
}
