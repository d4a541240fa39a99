package org.selfstab.coq;

import static org.selfstab.coq.Term.difference;
import static org.selfstab.coq.Term.norm;
import static org.selfstab.coq.Term.product;
import static org.selfstab.coq.Term.quotient;
import static org.selfstab.coq.Term.sum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.recheck.CertifiedIterates;

/**
 * The point of the boundary in Coq: that it exists and is the only one in a box, by the library's {@code one_planar_zero}; that the constrained trajectory, by its first-order conditions, stays
 * there; and boxes of the numbers of the step at it.
 */
final class DaggerFile {

    /** Half-widths, in units of the boxes, of the point and of the numbers that depend on it. */
    private static final BigInteger POINT_RADIUS = BigInteger.valueOf(16);

    private static final BigInteger NUMBER_RADIUS = BigInteger.TWO.pow(16);

    private static final ExpressionText EXPRESSIONS = new ExpressionText(List.of("v1", "v2"));

    /** Two coordinates as the library takes them, and the proof that they are in a box. */
    private static final String POINT = "(fun i => match i with O => v1 | _ => v2 end)";

    private static final String IN_BOX = "(within_box _ _ _ _ _ _ _ (eq_refl _) V1 V2)";

    private final PlanarDagger dagger;
    private final List<CertifiedIterates.Nearest> nearest;
    private final BoxChain boxes;
    private final int scale;
    private final Map<String, Dfp> numbers;
    private final BigInteger c1;
    private final BigInteger c2;
    private final BigInteger wide;

    /**
     * The point of a run.
     *
     * @param nearest where the certificate has it
     * @param boxes of the coupling
     */
    DaggerFile(PlanarDagger dagger, List<CertifiedIterates.Nearest> nearest, BoxChain boxes) {
        this.dagger = dagger;
        this.nearest = nearest;
        this.boxes = boxes;
        this.scale = boxes.scale();
        this.numbers = dagger.numbers(boxes.field());
        this.c1 = BoxChain.rounded(numbers.get("d1"), scale);
        this.c2 = BoxChain.rounded(numbers.get("d2"), scale);
        this.wide = wide();
    }

    /**
     * The text.
     *
     * @param first when the constrained trajectory begins
     */
    String text(int first) {
        return CoqFile.header(RunFiles.BASE) + "\n" + dagger.text() + "\n" + boxes.digits()
                + "Definition near_point : box := ["
                + BoxChain.pair(c1, POINT_RADIUS) + "; " + BoxChain.pair(c2, POINT_RADIUS)
                + "].\nDefinition about_point : box := [" + BoxChain.pair(c1, wide) + "; " + BoxChain.pair(c2, wide)
                + "].\nDefinition first_box : box := " + boxes.text(0) + ".\n\n"
                + """
                Lemma within_box b c1 r1 c2 r2 v1 v2 : b = [(c1, r1); (c2, r2)] -> Rabs (v1 - ratio scale c1) <= ratio scale r1 ->
                  Rabs (v2 - ratio scale c2) <= ratio scale r2 -> cover (around digits scale b []) (fun i => match i with O => v1 | _ => v2 end).
                Proof.
                  intros B V1 V2. subst b. apply cover_around; [ | apply nothing_fixed].
                  intros [|[|i]] I; [exact V1 | exact V2 | exfalso; simpl in I; lia].
                Qed.

                """
                + zero() + facts() + start() + numbersAtPoint() + trajectory(first + "%Z");
    }

    /** The largest of some powers of two within which the test of one zero seems to pass, as whole units. */
    private BigInteger wide() {
        double radius = Math.min(
                0.5,
                nearest.stream()
                        .mapToDouble(CertifiedIterates.Nearest::uniqueness)
                        .min()
                        .orElseThrow());
        int exponent = Math.getExponent(radius);
        while (exponent > -scale + 30) {
            double r = Math.scalb(1.0, exponent);
            double worst = 0.0;
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    worst = Math.max(worst, dagger.contraction(i * r, j * r));
                }
            }
            if (worst < 0.03) {
                break;
            }
            exponent--;
        }
        return BigInteger.TWO.pow(scale + exponent);
    }

    private Term ratio(BigInteger numerator) {
        return quotient(
                new Term.Rational(new BigFraction(numerator)), Term.number(2).power(scale));
    }

    /** That two numbers are within a radius of the point's coordinates, as assumptions. */
    private String within(String first, String second, String radius) {
        return "Rabs (" + first + " - ratio scale (" + c1 + ")) <= ratio scale " + radius + " -> Rabs (" + second
                + " - ratio scale (" + c2 + ")) <= ratio scale " + radius + " ->";
    }

    /** In the small box about the point. */
    private String near() {
        return within("v1", "v2", POINT_RADIUS.toString()) + "\n  ";
    }

    /** In the wide one, in which it is the only zero. */
    private String about() {
        return within("v1", "v2", "(" + wide + ")") + "\n  ";
    }

    /** The lemma that conditions hold in a box, which Coq computes. */
    private static String shown(String name, String limits, String statement, String box, String conditions) {
        return "Lemma " + name + " v1 v2 : " + limits + statement
                + ".\nProof.\n  intros V1 V2. exact (all_shown digits (around digits scale " + box + " []) " + POINT
                + " " + conditions + " " + IN_BOX + " ltac:(vm_compute; reflexivity)).\nQed.\n";
    }

    /** That there is exactly one zero. */
    private String zero() {
        double[] inverse = dagger.inverse();
        List<Term> y = IntStream.range(0, 4)
                .<Term>mapToObj(i -> BoxFile.number((float) inverse[i]))
                .toList();
        Term quarter = new Term.Rational(new BigFraction(1, 4));
        List<Bounded> norms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                Term sum =
                        sum(product(y.get(2 * i), dagger.slope(0, j)), product(y.get(2 * i + 1), dagger.slope(1, j)));
                Term entry = i == j ? difference(Term.ONE, sum) : sum;
                norms.add(new Bounded(entry.apply(Term.Function.ABS), quarter, false));
            }
        }
        Map<String, Term> centre = Map.of("v1", ratio(c1), "v2", ratio(c2));
        List<Bounded> small = new ArrayList<>();
        Term half = new Term.Rational(new BigFraction(1, 2));
        for (int i = 0; i < 2; i++) {
            Term residual = sum(
                    product(y.get(2 * i), dagger.zeros().get(0).substitute(centre)),
                    product(y.get(2 * i + 1), dagger.zeros().get(1).substitute(centre)));
            small.add(new Bounded(residual.apply(Term.Function.ABS), product(half, ratio(POINT_RADIUS)), false));
        }
        int conditions = dagger.loss().conditions().size();
        String given =
                IntStream.range(0, conditions).mapToObj(i -> " A" + (i + 1)).collect(Collectors.joining());
        String ys = y.stream().map(term -> "(" + term.text() + ")").collect(Collectors.joining(" "));
        String smoothness = conditions == 0
                ? ""
                : shown(
                        "smooth_about",
                        about(),
                        dagger.loss().conditions().stream().map(Condition::text).collect(Collectors.joining(" /\\ ")),
                        "about_point",
                        "smooth");
        return smoothness
                + shown(
                        "norms",
                        about(),
                        Bounded.conjunction(norms, Map.of()),
                        "about_point",
                        Bounded.conditions(norms, EXPRESSIONS))
                + "Lemma small : " + Bounded.conjunction(small, Map.of())
                + ".\nProof.\n  exact (all_shown digits [] (fun _ => 0) " + Bounded.conditions(small, EXPRESSIONS)
                + " (nothing_covers _) ltac:(vm_compute; reflexivity)).\nQed.\n"
                + "Lemma point : exists q1 q2, Rabs (q1 - ratio scale (" + c1 + ")) <= ratio scale " + POINT_RADIUS
                + " /\\ Rabs (q2 - ratio scale (" + c2 + ")) <= ratio scale " + POINT_RADIUS
                + " /\\ Z1 q1 q2 = 0 /\\ Z2 q1 q2 = 0\n  /\\ forall e1 e2, " + within("e1", "e2", "(" + wide + ")")
                + " Z1 e1 e2 = 0 -> Z2 e1 e2 = 0 -> e1 = q1 /\\ e2 = q2.\nProof.\n"
                + "  apply (one_planar_zero Z1 Z2 Z1_1 Z1_2 Z2_1 Z2_2 " + ys
                + " (1 / 4) (1 / 4) (1 / 4) (1 / 4)).\n"
                + "  - split; [apply ratio_nonneg; lia | apply ratio_le; lia].\n  - intros v1 v2 V1 V2. "
                + (conditions == 0 ? "" : CoqFile.taken("(smooth_about v1 v2 V1 V2)", "A", conditions) + ".\n    ")
                + "exact (conj (Z1_1_derivative v1 v2" + given + ") (conj (Z1_2_derivative v1 v2" + given
                + ") (conj (Z2_1_derivative v1 v2" + given + ") (Z2_2_derivative v1 v2" + given + ")))).\n"
                + "  - exact norms.\n  - lra.\n  - exact small.\n  - first [apply Rgt_not_eq; lra | apply Rlt_not_eq; lra].\nQed.\n\n";
    }

    /** That the point is in each ball in which the certificate has it. */
    static List<Bounded> balls(List<CertifiedIterates.Nearest> nearest) {
        return nearest.stream()
                .distinct()
                .map(ball -> {
                    Term away1 = difference(
                            new Term.Name("v1"), BoxFile.number(ball.centre().get(0)));
                    Term away2 = difference(
                            new Term.Name("v2"), BoxFile.number(ball.centre().get(1)));
                    return new Bounded(norm(away1, away2), BoxFile.number(ball.radius()), false);
                })
                .toList();
    }

    /** Of the gradients of the constraint and of the sharpness. */
    private Term determinant() {
        return withConstraint(dagger.named("gradS1"), dagger.named("gradS2"));
    }

    /** The determinant of the gradient of the constraint and another vector. */
    private Term withConstraint(Term first, Term second) {
        return difference(product(dagger.named("constraint1"), second), product(dagger.named("constraint2"), first));
    }

    /** What holds in the small box about the point. */
    private String facts() {
        Term trace = sum(dagger.loss().of(0, 0), dagger.loss().of(1, 1));
        Bounded simple = new Bounded(trace, product(Term.number(2), dagger.edge()), true);
        Term length = sum(dagger.named("u1").power(2), dagger.named("u2").power(2));
        Term held = quotient(
                withConstraint(
                        new Term.Negative(product(dagger.eta(), dagger.loss().of(0))),
                        new Term.Negative(product(dagger.eta(), dagger.loss().of(1)))),
                determinant());
        List<Condition> others = List.of(
                new Condition(Condition.Kind.POSITIVE, length),
                new Condition(Condition.Kind.NONZERO, dagger.named("rise")),
                new Condition(Condition.Kind.NONZERO, determinant()),
                new Condition(Condition.Kind.POSITIVE, held));
        String statement = simple.text(Map.of()) + " /\\ "
                + others.stream().map(Condition::text).collect(Collectors.joining(" /\\ "));
        String conditions = "(" + simple.condition(EXPRESSIONS) + " :: " + EXPRESSIONS.conditions(others) + ")";
        List<Bounded> balls = balls(nearest);
        return shown("at_point", near(), statement, "near_point", conditions)
                + shown(
                        "in_balls",
                        near(),
                        Bounded.conjunction(balls, Map.of()),
                        "near_point",
                        Bounded.conditions(balls, EXPRESSIONS));
    }

    /** That the start is on the side of the point on which its multiplier is positive. */
    private String start() {
        Term projected = quotient(
                withConstraint(
                        difference(new Term.Name("w1"), new Term.Name("v1")),
                        difference(new Term.Name("w2"), new Term.Name("v2"))),
                determinant());
        ExpressionText both = new ExpressionText(List.of("v1", "v2", "w1", "w2"));
        return "Definition start_box : box := firstn 2 first_box.\n"
                + "Lemma from_start v1 v2 w1 w2 : " + near()
                + "inside scale start_box (fun i => match i with O => w1 | _ => w2 end) -> 0 < " + projected.text()
                + ".\nProof.\n  intros V1 V2 W.\n"
                + "  assert (C : cover (around digits scale (near_point ++ start_box) []) (fun i => match i with O => v1 | 1%nat => v2 | 2%nat => w1 | _ => w2 end)).\n"
                + "  { apply cover_around; [ | apply nothing_fixed]. intros [|[|[|[|i]]]] I;\n"
                + "      [exact V1 | exact V2 | exact (W 0%nat ltac:(vm_compute; lia)) | exact (W 1%nat ltac:(vm_compute; lia)) | exfalso; vm_compute in I; lia]. }\n"
                + "  exact (all_shown digits _ _ [Positive " + both.of(projected)
                + "] C ltac:(vm_compute; reflexivity)).\nQed.\n";
    }

    private String numbersAtPoint() {
        List<Term> terms = dagger.numbers();
        int last = terms.size() - 1;
        return "(* u, the numbers of the step along u and across it, the loss and kappa_3 at the point. *)\n"
                + "Definition numbers_at (v1 v2 : R) (i : nat) : R :=\n  match i with "
                + IntStream.range(0, last)
                        .mapToObj(i -> i + "%nat => " + terms.get(i).text())
                        .collect(Collectors.joining(" | "))
                + " | _ => " + terms.get(last).text() + " end.\n"
                + "Definition numbers : box := ["
                + IntStream.rangeClosed(0, last)
                        .mapToObj(i -> BoxChain.pair(
                                BoxChain.rounded(numbers.get(PlanarDagger.NUMBERS.get(i)), scale),
                                i < 2 ? POINT_RADIUS : NUMBER_RADIUS))
                        .collect(Collectors.joining("; "))
                + "].\nLemma numbers_in v1 v2 : " + near() + "inside scale numbers (numbers_at v1 v2).\nProof.\n"
                + "  intros V1 V2. apply (all_fit_correct digits scale (around digits scale near_point []) " + POINT
                + "\n    " + EXPRESSIONS.list(terms) + "); [exact " + IN_BOX
                + " | vm_compute; reflexivity | ].\n  intros "
                + "[|".repeat(terms.size()) + "i" + "]".repeat(terms.size())
                + " I; try (exfalso; simpl in I; lia); reflexivity.\nQed.\n\n";
    }

    /** The constrained trajectory by its first-order conditions, and that it stays. */
    private String trajectory(String first) {
        return """
                (* theory.md (8): the first-order conditions of the point of the boundary nearest to p: both constraints hold, and p - q is a combination of their gradients, with a
                   positive multiplier of S <= 2/eta. *)
                Definition nearest (p1 p2 q1 q2 : R) : Prop :=
                  S q1 q2 = edge /\\ constraint q1 q2 = 0
                  /\\ exists mu nu, 0 < nu /\\ mu * constraint1 q1 q2 + nu * gradS1 q1 q2 = p1 - q1
                    /\\ mu * constraint2 q1 q2 + nu * gradS2 q1 q2 = p2 - q2.

                (* theory.md (10), within a box. *)
                Definition constrained (s1 s2 d1 d2 : Z -> R) : Prop :=
                  (forall t, (FIRST <= t)%Z -> Rabs (d1 t - ratio scale (C1)) <= ratio scale (WIDE) /\\ Rabs (d2 t - ratio scale (C2)) <= ratio scale (WIDE))
                  /\\ nearest (s1 FIRST) (s2 FIRST) (d1 FIRST) (d2 FIRST)
                  /\\ forall t, (FIRST <= t)%Z ->
                    nearest (d1 t - eta * L1 (d1 t) (d2 t)) (d2 t - eta * L2 (d1 t) (d2 t)) (d1 (t + 1)%Z) (d2 (t + 1)%Z).

                (* theory.md (11). *)
                Definition predicted (s1 s2 d1 d2 w1 w2 : Z -> R) : Prop :=
                  w1 FIRST = s1 FIRST - d1 FIRST /\\ w2 FIRST = s2 FIRST - d2 FIRST
                  /\\ forall t, (FIRST <= t)%Z ->
                    let at_t (f : R -> R -> R) := f (d1 t) (d2 t) in let next (f : R -> R -> R) := f (d1 (t + 1)%Z) (d2 (t + 1)%Z) in
                    w1 (t + 1)%Z = carried1 eta (at_t L1_1) (at_t L1_2) (at_t L2_2) (at_t normal1) (at_t normal2) (2 * at_t alpha / at_t beta)
                      (at_t unit1) (at_t unit2) (next unit1) (next unit2) (w1 t) (w2 t)
                    /\\ w2 (t + 1)%Z = carried2 eta (at_t L1_1) (at_t L1_2) (at_t L2_2) (at_t normal1) (at_t normal2) (2 * at_t alpha / at_t beta)
                      (at_t unit1) (at_t unit2) (next unit1) (next unit2) (w1 t) (w2 t).

                Lemma zeros_of v1 v2 : S v1 v2 = edge -> constraint v1 v2 = 0 -> Z1 v1 v2 = 0 /\\ Z2 v1 v2 = 0.
                Proof.
                  intros E C. split.
                  - pose proof (sharpness_root (L1_1 v1 v2) (L1_2 v1 v2) (L2_2 v1 v2)) as A. fold (S v1 v2) in A. rewrite E in A.
                    unfold Z1. replace ((L1_1 v1 v2 - edge) * (L2_2 v1 v2 - edge)) with ((edge - L1_1 v1 v2) * (edge - L2_2 v1 v2)) by ring.
                    rewrite A. ring.
                  - unfold constraint, u1, u2 in C. rewrite E in C. exact C.
                Qed.

                Lemma of_zeros v1 v2 : Z1 v1 v2 = 0 -> Z2 v1 v2 = 0 -> L1_1 v1 v2 + L2_2 v1 v2 < 2 * edge -> S v1 v2 = edge /\\ constraint v1 v2 = 0.
                Proof.
                  intros A B T. assert (E : S v1 v2 = edge) by (apply sharpness_is; [exact A | exact T]).
                  split; [exact E | ]. unfold constraint, u1, u2. rewrite E. exact B.
                Qed.

                """.replace("FIRST", first)
                .replace("C1)", c1 + ")")
                .replace("C2)", c2 + ")")
                .replace("WIDE", wide.toString());
    }
}
