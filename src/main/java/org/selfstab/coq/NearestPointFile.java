package org.selfstab.coq;

import static org.selfstab.coq.Term.difference;
import static org.selfstab.coq.Term.product;
import static org.selfstab.coq.Term.quotient;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.Binary64;
import org.selfstab.recheck.CertifiedIterates.Iterate;
import org.selfstab.recheck.CertifiedIterates.Nearest;

/**
 * That {@code dagger_0} on the boundary is, in three and more variables, for each theta_0 in the certificate's ball: its first-order conditions have exactly one solution in a cube, in the unknowns
 * q, u, w, mu and nu of
 *
 * <pre>
 * q + mu (S u + D3L(u, w)) + nu D3L(u, u) = theta_0,  H u = S u,  S w - H w = grad L,  u . w = 0,  (u . u - 1)/2 = 0,  S = 2/eta
 * </pre>
 *
 * <p>there nu is positive and 2/eta the sharpness. The library differentiates and computes; the centre and the inverses are proposed here.
 */
final class NearestPointFile {

    private static final String MODULE = "run_nearest";
    private static final int NEWTON_STEPS = 12;
    /** Bits of inverses, and of numbers beyond those of the certificate. */
    private static final int BITS = 70;

    private static final int DIGITS = 60;

    private final SpectraText spectra;
    private final LossDefinitions loss;
    private final Term edge;
    private final Iterate iterate;
    private final Nearest dagger;
    private final int n;
    private final Theorems theorems = new Theorems();
    private final List<String> unknowns;
    private final List<String> parameters;
    private final List<String> names;
    private final ExpressionText expressions;

    /**
     * The file of a run.
     *
     * @param variables the names of the variables, three or more
     * @param edge 2/eta
     * @param iterate that of t = 0
     * @param dagger where the certificate has its nearest point
     */
    NearestPointFile(
            SpectraText spectra,
            LossDefinitions loss,
            List<String> variables,
            Term edge,
            Iterate iterate,
            Nearest dagger) {
        this.spectra = spectra;
        this.loss = new LossDefinitions(loss, theorems);
        this.edge = edge;
        this.iterate = iterate;
        this.dagger = dagger;
        this.n = variables.size();
        this.unknowns = Stream.of(variables, numbered("u"), numbered("w"), List.of("mu", "nu"))
                .flatMap(List::stream)
                .toList();
        this.parameters = numbered("t");
        this.names = Stream.concat(unknowns.stream(), parameters.stream()).toList();
        this.expressions = new ExpressionText(names);
    }

    FormalFile file() {
        return new FormalFile(
                "dagger_0: exactly one point of the boundary in a cube, by its first-order conditions",
                MODULE,
                this::text);
    }

    private List<String> numbered(String letter) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> letter + i).toList();
    }

    private Term u(int i) {
        return new Term.Name(unknowns.get(n + i));
    }

    private Term w(int i) {
        return new Term.Name(unknowns.get(2 * n + i));
    }

    private Term sum(IntFunction<Term> term) {
        return IntStream.range(0, n).mapToObj(term).reduce(Term.ZERO, Term::plus);
    }

    /** {@code D3L(u, x)} along a coordinate. */
    private Term bent(IntFunction<Term> x, int k) {
        return sum(i -> sum(j -> loss.of(i, j, k).times(u(i)).times(x.apply(j))));
    }

    private Term hessianOn(IntFunction<Term> x, int i) {
        return sum(j -> loss.of(i, j).times(x.apply(j)));
    }

    /** The left-hand sides less the right-hand ones. */
    private List<Term> equations() {
        Term mu = new Term.Name("mu");
        Term nu = new Term.Name("nu");
        List<Term> all = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            Term force = edge.times(u(k)).plus(bent(this::w, k));
            Term moved = new Term.Name(unknowns.get(k)).plus(mu.times(force)).plus(nu.times(bent(this::u, k)));
            all.add(difference(moved, new Term.Name(parameters.get(k))));
        }
        for (int k = 0; k < n; k++) {
            all.add(difference(hessianOn(this::u, k), product(edge, u(k))));
        }
        for (int k = 0; k < n; k++) {
            all.add(difference(difference(product(edge, w(k)), hessianOn(this::w, k)), loss.of(k)));
        }
        all.add(sum(k -> u(k).times(w(k))));
        all.add(quotient(difference(sum(k -> u(k).power(2)), Term.ONE), Term.number(2)));
        List<Term> defined = new ArrayList<>();
        for (Term equation : all) {
            Term.Definition definition = new Term.Definition("Z" + (defined.size() + 1), names, equation);
            theorems.define(definition);
            defined.add(definition.asCall());
        }
        return defined;
    }

    // ---- what is proposed ----

    private DMatrixRMaj jacobian(List<List<Term>> slopes, Map<String, Binary64> at) {
        int m = unknowns.size();
        DMatrixRMaj matrix = new DMatrixRMaj(m, m);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                matrix.set(
                        i,
                        j,
                        Evaluation.inDoubles().of(slopes.get(i).get(j), at).getReal());
            }
        }
        return matrix;
    }

    private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
        DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        if (!CommonOps_DDRM.invert(matrix, inverse)
                || IntStream.range(0, inverse.getNumElements()).anyMatch(i -> !Double.isFinite(inverse.get(i)))) {
            throw new NoTermException("Newton's method finds no point of the boundary from the certificate's dagger_0");
        }
        return inverse;
    }

    /** From the certificate's point with the top eigenvector there, all else zero. */
    private Map<String, Dfp> start(DfpField field) {
        Map<String, Binary64> point = new HashMap<>();
        Map<String, Dfp> start = new HashMap<>();
        unknowns.forEach(name -> start.put(name, field.getZero()));
        for (int i = 0; i < n; i++) {
            point.put(unknowns.get(i), new Binary64(dagger.centre().get(i)));
            start.put(unknowns.get(i), field.newDfp(dagger.centre().get(i)));
            start.put(parameters.get(i), field.newDfp(iterate.centre().get(i)));
        }
        List<Double> direction = spectra.direction(point);
        for (int i = 0; i < n; i++) {
            start.put(unknowns.get(n + i), field.newDfp(direction.get(i)));
        }
        return start;
    }

    private static Map<String, Binary64> inDoubles(Map<String, Dfp> point) {
        return point.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Binary64(entry.getValue().toDouble())));
    }

    /** Newton's method with inverses in doubles. */
    private Map<String, Dfp> solution(List<Term> equations, List<List<Term>> slopes) {
        DfpField field = new DfpField(DIGITS);
        Evaluation<Dfp> decimals = Evaluation.inDecimals(field);
        Map<String, Dfp> point = start(field);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            DMatrixRMaj inverse = inverse(jacobian(slopes, inDoubles(point)));
            List<Dfp> values = new ArrayList<>();
            for (Term equation : equations) {
                values.add(decimals.of(equation, point));
            }
            for (int i = 0; i < unknowns.size(); i++) {
                Dfp moved = point.get(unknowns.get(i));
                for (int j = 0; j < values.size(); j++) {
                    moved = moved.subtract(values.get(j).multiply(field.newDfp(inverse.get(i, j))));
                }
                point.put(unknowns.get(i), moved);
            }
        }
        return point;
    }

    private static String rows(DMatrixRMaj matrix) {
        return IntStream.range(0, matrix.numRows)
                .mapToObj(i -> IntStream.range(0, matrix.numCols)
                        .mapToObj(j -> Dyadic.units(Dyadic.exact(matrix.get(i, j)), BITS)
                                .toString())
                        .collect(Collectors.joining("; ", "[", "]")))
                .collect(Collectors.joining(";\n   ", "[", "]%Z"));
    }

    /** Above what the solutions for all theta_0 of the ball differ by, twice; the test needs a half of the cube. */
    private double reach(DMatrixRMaj inverse) {
        double most = 0.0;
        for (int i = 0; i < inverse.numRows; i++) {
            double moved = 0.0;
            for (int j = 0; j < n; j++) {
                moved += Math.abs(inverse.get(i, j)) * iterate.radii().get(j);
            }
            most = Math.max(most, moved);
        }
        return 4.0 * most + 0x1p-90;
    }

    // ---- texts ----

    private String text() {
        List<Term> equations = equations();
        List<List<Term>> slopes = equations.stream()
                .map(equation -> unknowns.stream()
                        .map(name -> Differentiation.of(equation, name))
                        .toList())
                .toList();
        Map<String, Dfp> point = solution(equations, slopes);
        DMatrixRMaj jacobian = jacobian(slopes, inDoubles(point));
        DMatrixRMaj inverse = inverse(jacobian);
        int scale = Stream.concat(iterate.centre().stream(), iterate.radii().stream())
                .mapToInt(number -> Dyadic.exact(number).getDenominator().bitLength() - 1)
                .reduce(DIGITS * 2, Math::max);
        String ball = IntStream.range(0, n)
                .mapToObj(i -> BoxChain.pair(
                        Dyadic.units(Dyadic.exact(iterate.centre().get(i)), scale),
                        Dyadic.units(Dyadic.exact(iterate.radii().get(i)), scale)))
                .collect(Collectors.joining("; ", "[", "]"));
        String centre = unknowns.stream()
                .map(name -> BoxChain.rounded(point.get(name), scale).toString())
                .collect(Collectors.joining("; ", "[", "]%Z"));
        BigInteger radius = Dyadic.units(Dyadic.exact(reach(inverse)), scale);
        return CoqFile.header("spectra frames zeros " + RunFiles.BASE) + "\n" + theorems.lemmas()
                + "Definition scale : nat := " + scale + "%nat.\nDefinition digits := Number.PtoP " + (scale + 60)
                + ".\nDefinition theta : box := " + ball + ".\nDefinition centres : list Z := " + centre
                + ".\nDefinition half_width : Z := " + radius + "%Z.\nDefinition equations : list expression :=\n  "
                + expressions.list(equations) + ".\nDefinition approximate_inverse : list (list Z) :=\n  "
                + rows(inverse) + ".\nDefinition derivative_there : list (list Z) :=\n  " + rows(jacobian)
                + ".\nDefinition thetas : list I.type := map (side digits scale) theta.\n"
                + "Definition unknowns : box := cube centres half_width.\n\n" + theorem(inDoubles(point));
    }

    private Map<String, Term> values() {
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < unknowns.size(); i++) {
            values.put(unknowns.get(i), new Term.Name("(x " + i + "%nat)"));
        }
        for (int i = 0; i < n; i++) {
            values.put(parameters.get(i), new Term.Name("(t " + i + "%nat)"));
        }
        return values;
    }

    private String theorem(Map<String, Binary64> at) {
        int m = unknowns.size();
        List<Condition> conditions = new ArrayList<>(loss.conditions());
        conditions.add(new Condition(Condition.Kind.POSITIVE, new Term.Name("nu")));
        SpectraText.Bracket bracket = spectra.bracket(at);
        List<Bounded> bounds = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            bounds.add(Bounded.within(
                    new Term.Name(unknowns.get(i)),
                    Dyadic.term(dagger.centre().get(i)),
                    Dyadic.term(CoefficientsFile.radius(dagger))));
        }
        bounds.add(new Bounded(bracket.low(), edge, false));
        int parts = conditions.size() + bounds.size();
        String claims = Stream.concat(
                        conditions.stream().map(condition -> new Condition(
                                        condition.kind(), condition.term().substitute(values()))
                                .text()),
                        bounds.stream().map(bound -> bound.text(values())))
                .collect(Collectors.joining(" /\\ "));
        String zeros = IntStream.rangeClosed(1, m)
                .mapToObj(i -> "Z" + i
                        + names.stream()
                                .map(name -> " " + values().get(name).text())
                                .collect(Collectors.joining())
                        + " = 0")
                .collect(Collectors.joining(" /\\\n  "));
        String index = "[|".repeat(m) + "i" + "]".repeat(m);
        String around = "(around digits scale unknowns thetas)";
        return "Definition near_u : top := " + bracket.text() + ".\nDefinition there : list condition := "
                + expressions.conditions(conditions) + " ++ "
                + Bounded.conditions(bounds, expressions) + ".\n"
                + "(* x is q, u, w, mu and nu, t is theta_0. *)\nDefinition stationary (t x : nat -> R) : Prop :=\n  "
                + zeros + ".\n\n"
                + "Lemma one : zero_shown digits scale " + BITS
                + " equations thetas centres half_width approximate_inverse derivative_there = true.\n"
                + RunFiles.COMPUTED + "Lemma holds_there : forallb (shown digits " + around + ") there = true.\n"
                + RunFiles.COMPUTED + "Lemma sharp_there : top_shown digits " + n + " triangle " + around
                + " near_u = true.\n" + RunFiles.COMPUTED + "\n"
                + "Lemma stationary_is t x : (forall i, (i < " + m
                + ")%nat -> function equations t x i = 0) <-> stationary t x.\nProof.\n  split.\n  - intro H. repeat split; [ "
                + IntStream.range(0, m)
                        .mapToObj(i -> "exact (H " + i + "%nat ltac:(lia))")
                        .collect(Collectors.joining(" | "))
                + " ].\n  - intros H " + index + " I; try (exfalso; lia); " + CoqFile.taken("H", "H", m)
                + ".\n"
                + IntStream.rangeClosed(1, m)
                        .mapToObj(i -> "    + exact H" + i + ".\n")
                        .collect(Collectors.joining())
                + "Qed.\n\n"
                + "(* Exactly one point, nu positive, in the box of run_coefficients, 2/eta the sharpness. *)\n"
                + "Theorem nearest_point : forall t : nat -> R, inside scale theta t ->\n  exists x, inside scale unknowns x /\\ stationary t x\n"
                + "  /\\ (forall y, inside scale unknowns y -> stationary t y -> forall i, (i < " + m
                + ")%nat -> y i = x i)\n  /\\ " + claims + "\n  /\\ is_sharpness " + n + " (hessian x) ("
                + edge.text() + ").\nProof.\n  intros t T.\n"
                + "  assert (F : rest_has 0 thetas t) by (apply fixed_box; exact T).\n"
                + "  destruct (zero_correct digits scale " + BITS
                + " equations thetas centres half_width approximate_inverse derivative_there t F one) as [x [X [Zero One]]].\n"
                + "  assert (C : cover " + around + " (joined " + m + " x t)).\n"
                + "  { apply cover_around.\n    - intros i I. unfold joined. replace (Nat.ltb i " + m
                + ") with true by (symmetry; apply Nat.ltb_lt; exact I). exact (X i I).\n"
                + "    - intro i. unfold joined. replace (Nat.ltb (length unknowns + i) " + m
                + ") with false by (symmetry; apply Nat.ltb_ge; simpl; lia).\n"
                + "      replace (length unknowns + i - " + m + ")%nat with i by (simpl; lia). exact (F i). }\n"
                + "  pose proof (all_shown digits _ _ there C holds_there) as H.\n"
                + "  pose proof (top_correct digits " + n
                + " triangle hessian symmetric same _ _ near_u C sharp_there) as S.\n"
                + "  apply stationary_is in Zero. exists x. split; [exact X | ]. split; [exact Zero | ]. split.\n"
                + "  { intros y Y W. apply One; [exact Y | ]. apply stationary_is. exact W. }\n"
                + "  assert (A : " + claims + ") by exact H.\n"
                + "  assert (S' : simple_sharpness " + n
                + " (hessian x) (number_of (low near_u)) (number_of (high near_u))) by exact S.\n"
                + "  refine (match A with " + pattern(parts) + " => _ end).\n"
                + sharpness(parts, m) + "Qed.\n\nPrint Assumptions nearest_point.\n";
    }

    /** Of a conjunction of so many parts. */
    private static String pattern(int parts) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 1; i < parts; i++) {
            pattern.append("conj A").append(i).append(" (");
        }
        return pattern.append('A').append(parts).append(")".repeat(parts - 1)).toString();
    }

    private String sharpness(int parts, int m) {
        String eigen = IntStream.range(0, n)
                .mapToObj(i -> "    + clear - Zero. " + CoqFile.taken("Zero", "E", m) + ". unfold Z" + (n + 1 + i)
                        + " in E" + (n + 1 + i) + ". simpl. lra.\n")
                .collect(Collectors.joining());
        String index = "[|".repeat(n) + "i" + "]".repeat(n);
        String given =
                IntStream.rangeClosed(1, parts).mapToObj(i -> "exact A" + i).collect(Collectors.joining(" | "));
        return "  repeat match goal with |- _ /\\ _ => split end; [ " + given + " | ].\n"
                + "  apply (is_the_sharpness " + n
                + " (hessian x) (number_of (low near_u)) (number_of (high near_u)) _ (fun i => x ("
                + n + " + i)%nat)).\n"
                + "  - intros. apply symmetric.\n  - exact S'.\n  - clear - Zero. "
                + CoqFile.taken("Zero", "E", m) + ". unfold Z" + m + " in E" + m + ". simpl. lra.\n"
                + "  - intros " + index + " I; try (exfalso; lia).\n" + eigen + "  - exact A" + parts + ".\n";
    }
}
