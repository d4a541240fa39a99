package org.selfstab.coq;

import static org.selfstab.coq.Term.difference;
import static org.selfstab.coq.Term.norm;
import static org.selfstab.coq.Term.product;
import static org.selfstab.coq.Term.quotient;
import static org.selfstab.coq.Term.sum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.vocabulary.Quantities;

/**
 * The constrained trajectory, the predicted dynamics and the constants of the conclusions in two variables, where all {@code dagger_t} are one point of the boundary, as Coq files.
 *
 * <p>{@code run_dagger} has the point, and that the predicted dynamics (11) there are those of two numbers, along u and across it. {@code coupling_1, ...} carry these and the iterates on from box to
 * box, and compare them at every step; {@code coupling_all} has the theorem.
 */
final class CouplingFiles {

    private static final String POINT = "run_dagger";
    private static final String PART = "coupling_";
    private static final String ALL = "coupling_all";
    private static final int STEPS_IN_A_PART = 100;

    /** The iterate, and the predicted displacement along u and across it. */
    private static final List<String> MOVING = List.of("v1", "v2", "x", "z");
    /** The names of these and of the numbers at the point, in the order of the library's variables. */
    private static final List<String> NAMES =
            Stream.concat(MOVING.stream(), PlanarDagger.NUMBERS.stream()).toList();

    private static final Term X = new Term.Name("x");
    private static final Term Z = new Term.Name("z");

    private final CertifiedIterates certificate;
    private final RunFiles run;
    private final PlanarDagger dagger;
    private final ExpressionText expressions;
    private final BoxChain.Motion motion;
    private final BoxChain boxes;
    private final int first;
    private final int last;
    private final Map<String, Bound> bounds = new LinkedHashMap<>();

    /**
     * A claim of a run with its bound.
     *
     * @param reduced in the names of what moves and does not
     * @param text in the sequences of the theorem, at a step {@code t}
     * @param once whether it is about the first step alone
     */
    private record Bound(Bounded reduced, String text, boolean once) {}

    /**
     * Prepares the files.
     *
     * @throws NoTermException where {@code dagger_t} is not one point of the boundary in two variables
     */
    CouplingFiles(CertifiedIterates certificate, RunFiles run) {
        this.certificate = certificate;
        this.run = run;
        if (certificate.problem().variables().size() != 2) {
            throw new NoTermException("the constrained trajectory is exported in two variables alone");
        }
        if (certificate.nearest().isEmpty()) {
            throw new NoTermException("the run does not come to the edge");
        }
        if (!certificate.nearest().stream().allMatch(CertifiedIterates.Nearest::onBoundary)) {
            throw new NoTermException(
                    "dagger_t may lie inside of the stable set; exported is the point of its boundary");
        }
        this.first = certificate.approach();
        this.last = first + certificate.nearest().size() - 1;
        this.dagger = new PlanarDagger(
                run.loss(), run.stepSize(), certificate.nearest().get(0));
        this.expressions = new ExpressionText(NAMES);
        this.motion = new BoxChain.Motion(MOVING, images(), slopes(), this::start, this::startRadii);
        this.boxes = new BoxChain(motion, last - first + 1, run.chain().scale());
        claim();
    }

    /** The claims that the last file proves, by name and quantity. */
    List<String> proved() {
        return List.copyOf(bounds.keySet());
    }

    List<FormalFile> common() {
        return List.of(new FormalFile("dagger_t: exactly one point of the boundary", POINT, this::pointText));
    }

    List<FormalFile> parts() {
        return IntStream.range(0, partCount())
                .mapToObj(k -> new FormalFile(
                        "deviation from the predicted dynamics, t = " + k * STEPS_IN_A_PART + " to "
                                + (partEnd(k) - first) + ", if it begins in its box",
                        PART + (k + 1),
                        () -> partText(k)))
                .toList();
    }

    FormalFile all() {
        return new FormalFile(
                "conclusions, t = 0 to " + (last - first) + ": " + String.join(", ", bounds.keySet()),
                ALL,
                this::allText,
                proved());
    }

    private int partCount() {
        return Math.max(1, (boxes.size() - 2) / STEPS_IN_A_PART + 1);
    }

    private int partStart(int part) {
        return first + part * STEPS_IN_A_PART;
    }

    private int partEnd(int part) {
        return Math.min(partStart(part) + STEPS_IN_A_PART, last);
    }

    // ---- the step along u and across it ----

    private static Term name(String name) {
        return new Term.Name(name);
    }

    private List<Term> images() {
        Term eta = dagger.eta();
        Term grown = sum(Term.ONE, product(eta, name("k"), Z));
        Term pulled = sum(name("g"), quotient(product(name("k"), X.power(2)), Term.number(2)));
        return List.of(
                run.images().get(0),
                run.images().get(1),
                product(new Term.Negative(grown), X),
                difference(product(difference(Term.ONE, product(eta, name("l"))), Z), product(eta, pulled)));
    }

    private List<List<Term>> slopes() {
        Term eta = dagger.eta();
        Term grown = sum(Term.ONE, product(eta, name("k"), Z));
        Term across = new Term.Negative(product(eta, name("k"), X));
        List<List<Term>> rows = new ArrayList<>();
        for (List<Term> row : run.slopes()) {
            rows.add(List.of(row.get(0), row.get(1), Term.ZERO, Term.ZERO));
        }
        rows.add(List.of(Term.ZERO, Term.ZERO, new Term.Negative(grown), across));
        rows.add(List.of(Term.ZERO, Term.ZERO, across, difference(Term.ONE, product(eta, name("l")))));
        return rows;
    }

    private Map<String, Dfp> start(DfpField field) {
        Map<String, Dfp> start = new HashMap<>(dagger.numbers(field));
        start.putAll(run.chain().centre(first, field));
        Dfp a = start.get("v1").subtract(start.get("d1"));
        Dfp b = start.get("v2").subtract(start.get("d2"));
        start.put("x", start.get("u1").multiply(a).add(start.get("u2").multiply(b)));
        start.put("z", start.get("u1").multiply(b).subtract(start.get("u2").multiply(a)));
        return start;
    }

    /** Those of the iterate's own box, and of what it is along u and across it. */
    private List<BigInteger> startRadii(int scale) {
        List<BigInteger> own = run.chain().radii(first).stream()
                .map(radius -> radius.shiftLeft(scale - run.chain().scale()))
                .toList();
        BigInteger sum = own.get(0).add(own.get(1)).multiply(BigInteger.TWO);
        return List.of(own.get(0), own.get(1), sum, sum);
    }

    // ---- what is claimed ----

    private void claim() {
        Term alpha = new Term.Negative(product(name("k"), name("g")));
        Term epsilon = product(dagger.eta(), alpha.apply(Term.Function.SQRT));
        Term delta =
                quotient(product(Term.number(2), alpha), name("k").power(2)).apply(Term.Function.SQRT);
        Term away1 = difference(
                difference(name("v1"), name("d1")), difference(product(X, name("u1")), product(Z, name("u2"))));
        Term away2 =
                difference(difference(name("v2"), name("d2")), sum(product(X, name("u2")), product(Z, name("u1"))));
        Term deviation = norm(away1, away2);
        String here = "(d1 t) (d2 t)";
        String units = "(epsilon " + here + " * delta " + here + ")";
        upper(
                Quantities.COUPLING_CONSTANT.key(),
                Quantities.COUPLING_CONSTANT.symbol().ascii(),
                deviation,
                product(epsilon, delta),
                "sqrt ((s1 t - d1 t - w1 t) ^ 2 + (s2 t - d2 t - w2 t) ^ 2)",
                units,
                false);
        Term elevation = difference(difference(dagger.loss().of(), name("h")), quotient(X.power(2), dagger.eta()))
                .apply(Term.Function.ABS);
        upper(
                Quantities.LOSS_CONSTANT.key(),
                Quantities.LOSS_CONSTANT.symbol().ascii(),
                elevation,
                quotient(product(epsilon, delta.power(2)), dagger.eta()),
                "Rabs (L (s1 t) (s2 t) - L " + here + " - " + along() + " ^ 2 / eta)",
                "(epsilon " + here + " * delta " + here + " ^ 2 / eta)",
                false);
        Term sharper = difference(
                        difference(difference(dagger.named("S"), dagger.edge()), product(name("k"), Z)),
                        product(name("c"), X))
                .apply(Term.Function.ABS);
        upper(
                Quantities.SHARPNESS_CONSTANT.key(),
                Quantities.SHARPNESS_CONSTANT.symbol().ascii(),
                sharper,
                quotient(epsilon.power(2), dagger.eta()),
                "Rabs (S (s1 t) (s2 t) - S " + here + " - (normal1 " + here + " * w1 t + normal2 " + here
                        + " * w2 t) - kappa3 " + here + " * " + along() + ")",
                "(epsilon " + here + " ^ 2 / eta)",
                false);
        upper(
                "edge.reached",
                "max (2 - eta S(dagger_t))/eps^2",
                quotient(difference(Term.number(2), product(dagger.eta(), dagger.edge())), epsilon.power(2)),
                Term.ONE,
                "(2 - eta * S " + here + ") / epsilon " + here + " ^ 2",
                "1",
                false);
        Term start1 = difference(name("v1"), name("d1"));
        Term start2 = difference(name("v2"), name("d2"));
        upper(
                "condition.small_start",
                "|v_0|/delta",
                norm(start1, start2),
                delta,
                "sqrt ((s1 t - d1 t) ^ 2 + (s2 t - d2 t) ^ 2)",
                "delta " + here,
                true);
        holding("condition.axis_distance", "min |x*|/delta")
                .flatMap(CertifiedIterates.Claim::lower)
                .ifPresent(lower -> {
                    Term bound = BoxFile.number(lower);
                    bounds.put(
                            "condition.axis_distance min |x*|/delta",
                            new Bound(
                                    new Bounded(product(bound, delta), X.apply(Term.Function.ABS), false),
                                    "(" + bound.text() + ") * delta " + here + " <= Rabs " + along(),
                                    false));
                });
        if (bounds.isEmpty()) {
            throw new NoTermException("the certificate claims nothing of the deviation that holds");
        }
    }

    private static String along() {
        return "(unit1 (d1 t) (d2 t) * w1 t + unit2 (d1 t) (d2 t) * w2 t)";
    }

    private Optional<CertifiedIterates.Claim> holding(String name, String quantity) {
        List<CertifiedIterates.Claim> stated = certificate.claims().stream()
                .filter(claim -> claim.name().equals(name) && claim.quantity().equals(quantity))
                .toList();
        // of two with other bounds only one would be proved
        return stated.size() == 1 && stated.get(0).verdict().equals("HOLDS")
                ? Optional.of(stated.get(0))
                : Optional.empty();
    }

    private void upper(
            String name, String quantity, Term error, Term unit, String errorText, String unitText, boolean once) {
        holding(name, quantity).flatMap(CertifiedIterates.Claim::upper).ifPresent(upper -> {
            Term bound = BoxFile.number(upper);
            bounds.put(
                    name + " " + quantity,
                    new Bound(
                            new Bounded(error, product(bound, unit), false),
                            errorText + " <= (" + bound.text() + ") * " + unitText,
                            once));
        });
    }

    private List<Bounded> reduced(boolean once) {
        return bounds.values().stream()
                .filter(bound -> bound.once() == once)
                .map(Bound::reduced)
                .toList();
    }

    private String texts(boolean once) {
        String texts = bounds.values().stream()
                .filter(bound -> bound.once() == once)
                .map(Bound::text)
                .collect(Collectors.joining("\n    /\\ "));
        return texts.isEmpty() ? "True" : texts;
    }

    // ---- texts: the point ----

    private String pointText() {
        return new DaggerFile(dagger, certificate.nearest(), boxes).text(first) + motion();
    }

    private static String integer(int t) {
        return t + "%Z";
    }

    /** The step along u and across it, as the library of enclosures takes it. */
    private String motion() {
        String env = """
                (* Iterate, predicted displacement along u and across it, and the numbers at the point. *)
                Definition all_of (s1 s2 x z : Z -> R) (q : nat -> R) (t : Z) (i : nat) : R :=
                  match i with 0%nat => s1 t | 1%nat => s2 t | 2%nat => x t | 3%nat => z t | Datatypes.S (Datatypes.S (Datatypes.S (Datatypes.S i))) => q i end.
                """;
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            values.put(NAMES.get(i), name("(y " + i + "%nat)"));
        }
        StringBuilder text = new StringBuilder(env);
        text.append("Definition moved_all : list expression := " + expressions.list(motion.images())
                + ".\nDefinition slopes_all : list (list expression) :=\n  ["
                + motion.slopes().stream().map(expressions::list).collect(Collectors.joining(";\n   ")) + "].\n"
                + "Definition smooth_all : list condition := "
                + expressions.conditions(dagger.loss().conditions())
                + ".\n"
                + "Definition swings (x z : Z -> R) (q : nat -> R) : Prop :=\n  forall t, (" + integer(first)
                + " <= t)%Z -> x (t + 1)%Z = " + swing(2) + "\n    /\\ z (t + 1)%Z = " + swing(3) + ".\n\n"
                + "Lemma moves_all s1 s2 x z q : descends s1 s2 -> swings x z q -> forall t, (" + integer(first)
                + " <= t)%Z -> forall i, (i < 4)%nat ->\n  all_of s1 s2 x z q (t + 1) i = value (all_of s1 s2 x z q t) (nth i moved_all (Int 0)).\nProof.\n"
                + "  intros D W t T [|[|[|[|i]]]] I; try (exfalso; lia); destruct (D t ltac:(lia)) as [D1 D2]; destruct (W t T) as [W1 W2].\n"
                + "  - exact D1.\n  - exact D2.\n  - exact W1.\n  - exact W2.\nQed.\n\n");
        int conditions = dagger.loss().conditions().size();
        String given =
                IntStream.range(0, conditions).mapToObj(c -> " A" + (c + 1)).collect(Collectors.joining());
        text.append("Lemma smooth_motion : differentiable 4 smooth_all moved_all slopes_all.\nProof.\n"
                + "  intros y [|[|[|[|i]]]] [|[|[|[|j]]]] I J C; try (exfalso; lia)"
                + (conditions == 0 ? "" : "; " + CoqFile.taken("C", "A", conditions)) + ".\n");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                Term image = motion.images().get(i);
                Term slope = motion.slopes().get(i).get(j);
                if (i < 2 && j < 2) {
                    text.append("  - exact (F" + (i + 1) + "_" + (j + 1) + "_derivative (y 0%nat) (y 1%nat)" + given
                            + ").\n");
                } else {
                    Map<String, Term> moving = new HashMap<>(values);
                    moving.put(NAMES.get(j), name("t"));
                    String at = "(y " + j + "%nat)";
                    text.append("  - change (is_derive (fun t : R => "
                            + image.substitute(moving).text() + ") " + at + " ("
                            + slope.substitute(values).text()
                            + ")). "
                            + (i < 2 ? "exact (@is_derive_const R_AbsRing R_NormedModule _ " + at + ")" : "derivative")
                            + ".\n");
                }
            }
        }
        return text.append("Qed.\n").toString();
    }

    private String swing(int i) {
        return motion.images().get(i).substitute(atStep()).text();
    }

    /** What the names stand for at a step. */
    private Map<String, Term> atStep() {
        Map<String, Term> values = new HashMap<>();
        for (int j = 0; j < PlanarDagger.NUMBERS.size(); j++) {
            values.put(PlanarDagger.NUMBERS.get(j), name("(q " + j + "%nat)"));
        }
        values.put("v1", name("(s1 t)"));
        values.put("v2", name("(s2 t)"));
        values.put("x", name("(x t)"));
        values.put("z", name("(z t)"));
        return values;
    }

    // ---- texts: the parts ----

    private String inside(String box, String t) {
        return "inside scale " + box + " (all_of s1 s2 x z q " + t + ")";
    }

    private String partText(int part) {
        String start = integer(partStart(part));
        String end = integer(partEnd(part));
        String compared = reduced(false).isEmpty() ? "True" : Bounded.conjunction(reduced(false), atStep());
        String sequences = "s1 s2 x z q";
        return CoqFile.header(RunFiles.BASE + " " + POINT)
                + "\nDefinition coarse := Number.PtoP " + RunFiles.COARSE
                + ".\nDefinition fixed := map (side digits scale) numbers.\n"
                + boxes.definitions(partStart(part) - first, partEnd(part) - first)
                + "Definition bounds : list condition := " + Bounded.conditions(reduced(false), expressions)
                + ".\n\nLemma carried_on : follows digits coarse scale smooth_all moved_all slopes_all fixed first others = true.\n"
                + RunFiles.COMPUTED
                + "Lemma bounded : forallb (fun b => andb (Nat.eqb (length b) 4) (forallb (shown digits (around digits scale b fixed)) bounds)) (first :: others) = true.\n"
                + RunFiles.COMPUTED
                + "\nDefinition claims (s1 s2 x z : Z -> R) (q : nat -> R) : Prop :=\n  forall t, (" + start
                + " <= t <= " + end
                + ")%Z -> " + compared
                + ".\n\nTheorem proved : forall " + sequences
                + ", descends s1 s2 -> swings x z q -> inside scale numbers q ->\n  " + inside("first", start)
                + " ->\n  claims " + sequences + " /\\ " + inside("last_one", end) + ".\nProof.\n  intros " + sequences
                + " D W Q X.\n  assert (N : forall t, (" + integer(first)
                + " <= t)%Z -> rest_has 4 fixed (all_of s1 s2 x z q t)) by (intros t _; apply fixed_box; exact Q).\n"
                + "  pose proof (followed digits coarse scale smooth_all moved_all slopes_all fixed smooth_motion "
                + integer(first)
                + " (all_of s1 s2 x z q) (moves_all s1 s2 x z q D W) N others first " + start
                + " ltac:(lia) carried_on X) as R.\n  split.\n"
                + "  - intros t T. exact (everywhere digits scale moved_all fixed " + integer(first)
                + " (all_of s1 s2 x z q) N bounds (first :: others) " + start
                + " ltac:(lia) R bounded t ltac:(simpl length; lia)).\n"
                + "  - exact (last_box scale moved_all (all_of s1 s2 x z q) others first " + start + " R).\nQed.\n";
    }

    // ---- texts: the theorem ----

    private String allText() {
        List<String> modules =
                IntStream.rangeClosed(1, partCount()).mapToObj(k -> PART + k).toList();
        List<Integer> before = run.partsUpTo(first);
        String iterates = before.stream().map(k -> " " + RunFiles.part(k)).collect(Collectors.joining());
        StringBuilder text = new StringBuilder(CoqFile.header(RunFiles.BASE + " " + POINT) + "Require" + iterates + " "
                + String.join(" ", modules) + ".\n\n");
        text.append(
                "Theorem run_coupling : forall s1 s2, starts s1 s2 -> descends s1 s2 ->\n  (exists d1 d2, constrained s1 s2 d1 d2)\n"
                        + "  /\\ forall d1 d2 w1 w2, constrained s1 s2 d1 d2 -> predicted s1 s2 d1 d2 w1 w2 ->\n    (forall t, ("
                        + integer(first) + " <= t)%Z -> "
                        + Bounded.conjunction(
                                DaggerFile.balls(certificate.nearest()),
                                Map.of("v1", name("(d1 t)"), "v2", name("(d2 t)")))
                        + ")\n    /\\ ("
                        + atFirst(texts(true)) + ")\n    /\\ forall t, (" + integer(first) + " <= t <= " + integer(last)
                        + ")%Z ->\n    "
                        + texts(false) + ".\nProof.\n  intros s1 s2 B D.\n");
        text.append(startIn(before));
        text.append("""
                  destruct point as [q1 [q2 [Q1 [Q2 [E1 [E2 U]]]]]].
                  destruct (at_point q1 q2 Q1 Q2) as [T [Len [K [Det Held]]]].
                  destruct (of_zeros q1 q2 E1 E2 T) as [Sharp Flat].
                  assert (Stays : nearest (q1 - eta * L1 q1 q2) (q2 - eta * L2 q1 q2) q1 q2).
                  { split; [exact Sharp | split; [exact Flat | ]].
                    destruct (multipliers _ _ _ _ _ _ Det Held) as [mu [nu [P [M1 M2]]]].
                    exists mu, nu. split; [exact P | split; [rewrite M1; ring | rewrite M2; ring]]. }
                  assert (Begins : nearest (s1 FIRST) (s2 FIRST) q1 q2).
                  { split; [exact Sharp | split; [exact Flat | ]].
                    exact (multipliers _ _ _ _ _ _ Det (from_start q1 q2 _ _ Q1 Q2 X0)). }
                  split.
                  { exists (fun _ => q1), (fun _ => q2). split; [ | split; [exact Begins | intros; exact Stays]].
                    intros t _. split; [apply Rle_trans with (1 := Q1) | apply Rle_trans with (1 := Q2)]; apply ratio_le; lia. }
                  intros d1 d2 w1 w2 [Near [Nearest Next]] [V1 [V2 Step]].
                  assert (One : forall t, (FIRST <= t)%Z -> d1 t = q1 /\\ d2 t = q2).
                  { intros t A. assert (N : S (d1 t) (d2 t) = edge /\\ constraint (d1 t) (d2 t) = 0).
                    { destruct (Z.eq_dec t FIRST) as [Z | Z].
                      - subst t. split; apply Nearest.
                      - replace t with (t - 1 + 1)%Z by lia. split; apply (Next (t - 1)%Z ltac:(lia)). }
                    destruct N as [N1 N2]. destruct (zeros_of _ _ N1 N2) as [A1 A2]. destruct (Near t A) as [B1 B2].
                    exact (U _ _ B1 B2 A1 A2). }
                  pose proof (unit_vector (u1 q1 q2) (u2 q1 q2) Len) as Unit. fold (unit1 q1 q2) (unit2 q1 q2) in Unit.
                  set (e1 := unit1 q1 q2) in *. set (e2 := unit2 q1 q2) in *.
                  pose (x := fun t => e1 * w1 t + e2 * w2 t). pose (z := fun t => e1 * w2 t - e2 * w1 t).
                  assert (Length : 0 < sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)) by (apply sqrt_lt_R0; exact Len).
                  assert (Root : (L1_1 q1 q2 - edge) * (L2_2 q1 q2 - edge) = L1_2 q1 q2 ^ 2) by (unfold Z1 in E1; lra).
                  assert (Top : L1_1 q1 q2 * u1 q1 q2 + L1_2 q1 q2 * u2 q1 q2 = edge * u1 q1 q2
                    /\\ L1_2 q1 q2 * u1 q1 q2 + L2_2 q1 q2 * u2 q1 q2 = edge * u2 q1 q2).
                  { unfold u1, u2. rewrite Sharp. split; lra. }
                  assert (Top1 : L1_1 q1 q2 * e1 + L1_2 q1 q2 * e2 = edge * e1).
                  { unfold e1, e2, unit1, unit2. replace (L1_1 q1 q2 * (u1 q1 q2 / sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)) + L1_2 q1 q2 * (u2 q1 q2 / sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)))
                      with ((L1_1 q1 q2 * u1 q1 q2 + L1_2 q1 q2 * u2 q1 q2) / sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)) by (field; lra).
                    rewrite (proj1 Top). field. lra. }
                  assert (Top2 : L1_2 q1 q2 * e1 + L2_2 q1 q2 * e2 = edge * e2).
                  { unfold e1, e2, unit1, unit2. replace (L1_2 q1 q2 * (u1 q1 q2 / sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)) + L2_2 q1 q2 * (u2 q1 q2 / sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)))
                      with ((L1_2 q1 q2 * u1 q1 q2 + L2_2 q1 q2 * u2 q1 q2) / sqrt (u1 q1 q2 ^ 2 + u2 q1 q2 ^ 2)) by (field; lra).
                    rewrite (proj2 Top). field. lra. }
                  pose (q := numbers_at q1 q2).
                  assert (Swings : swings x z q).
                  { intros t A. destruct (Step t A) as [S1 S2]. cbv zeta in S1, S2.
                    destruct (One t A) as [O1 O2]. destruct (One (t + 1)%Z ltac:(lia)) as [O3 O4]. rewrite O1, O2, O3, O4 in S1, S2.
                    pose proof (carried_is e1 e2 Unit (L1_1 q1 q2) (L1_2 q1 q2) (L2_2 q1 q2) edge (L1 q1 q2) (L2 q1 q2)
                      (gradS1 q1 q2) (gradS2 q1 q2) Top1 Top2 K eta (w1 t) (w2 t)) as C.
                    cbv zeta in C. destruct C as [C1 C2]. unfold x, z. rewrite S1, S2. split; [exact C1 | exact C2]. }
                  assert (In : inside scale numbers q) by exact (numbers_in q1 q2 Q1 Q2).
                """);
        text.append(firstBox());
        String swept = "s1 s2 x z q";
        String known = "F0";
        for (int k = 0; k < modules.size(); k++) {
            text.append("  destruct (" + modules.get(k) + ".proved " + swept + " D Swings In " + known + ") as [A" + k
                    + " N" + k + "].\n");
            known = "N" + k;
        }
        text.append("""
                  assert (Al : alpha q1 q2 = - (rise q1 q2 * pull q1 q2))
                    by exact (alpha_is e1 e2 Unit (L1 q1 q2) (L2 q1 q2) (gradS1 q1 q2) (gradS2 q1 q2)).
                  assert (Be : beta q1 q2 = rise q1 q2 ^ 2) by exact (beta_is e1 e2 Unit (gradS1 q1 q2) (gradS2 q1 q2)).
                  assert (Ep : epsilon q1 q2 = eta * sqrt (- (rise q1 q2 * pull q1 q2))) by (unfold epsilon; rewrite Al; reflexivity).
                  assert (De : delta q1 q2 = sqrt (2 * - (rise q1 q2 * pull q1 q2) / rise q1 q2 ^ 2)) by (unfold delta; rewrite Al, Be; reflexivity).
                  assert (Ya : forall t, normal1 q1 q2 * w1 t + normal2 q1 q2 * w2 t = rise q1 q2 * z t).
                  { intro t. destruct (off_is e1 e2 Unit (gradS1 q1 q2) (gradS2 q1 q2)) as [On1 On2].
                    unfold normal1, normal2. fold e1 e2. rewrite On1, On2. unfold z, rise. fold e1 e2. ring. }
                  assert (Wa : forall t, w1 t = x t * e1 - z t * e2 /\\ w2 t = x t * e2 + z t * e1) by (intro t; exact (along_and_across e1 e2 Unit (w1 t) (w2 t))).
                  split; [intros t T0; destruct (One t T0) as [O1 O2]; rewrite O1, O2; exact (in_balls q1 q2 Q1 Q2) | split].
                """);
        text.append(onceProof());
        text.append("""
                  - intros t T0. destruct (One t ltac:(lia)) as [O1 O2]. rewrite ?O1, ?O2, ?Ep, ?De, ?Sharp, ?Ya.
                    change (unit1 q1 q2 * w1 t + unit2 q1 q2 * w2 t) with (x t).
                    try replace (s1 t - q1 - w1 t) with (s1 t - q1 - (x t * e1 - z t * e2)) by (rewrite <- (proj1 (Wa t)); reflexivity).
                    try replace (s2 t - q2 - w2 t) with (s2 t - q2 - (x t * e2 + z t * e1)) by (rewrite <- (proj2 (Wa t)); reflexivity).
                    \
                """);
        for (int k = 0; k < modules.size() - 1; k++) {
            text.append("destruct (Z_le_gt_dec t " + integer(partEnd(k)) + "); [exact (A" + k + " t ltac:(lia)) | ]. ");
        }
        text.append("exact (A" + (modules.size() - 1) + " t ltac:(lia)).\nQed.\n\nPrint Assumptions run_coupling.\n");
        return text.toString().replace("FIRST", integer(first));
    }

    private String atFirst(String text) {
        return text.replace(" t)", " " + integer(first) + ")").replace(" t ", " " + integer(first) + " ");
    }

    /** That the first iterate of the coupling is in its box: from the start, or from the parts before it. */
    private String startIn(List<Integer> before) {
        StringBuilder text = new StringBuilder();
        if (before.isEmpty()) {
            text.append("  assert (X0 : inside scale start_box (fun i => match i with O => s1 " + integer(first)
                    + " | _ => s2 "
                    + integer(first)
                    + " end)).\n  { destruct B as [B1 B2]. apply (all_fit_correct digits scale [] (fun _ => 0) start); [ apply nothing_covers | vm_compute; reflexivity | ].\n"
                    + "    intros [|[|i]] I; [exact B1 | exact B2 | exfalso; simpl in I; lia]. }\n");
            return text.toString();
        }
        String known = "B";
        for (int k : before) {
            text.append("  destruct (" + RunFiles.part(k) + ".proved s1 s2 D " + known + ") as [_ I" + k + "].\n");
            known = "I" + k;
        }
        int last = before.get(before.size() - 1);
        String module = RunFiles.part(last);
        return text.append("  assert (X0 : inside scale start_box (fun i => match i with O => s1 " + integer(first)
                        + " | _ => s2 " + integer(first)
                        + " end)).\n  { apply (all_fit_correct digits scale (around digits " + module + ".scale "
                        + module
                        + ".last_one []) (state s1 s2 " + integer(first) + ") [Var 0; Var 1]);\n"
                        + "      [apply cover_around; [exact " + known
                        + " | apply nothing_fixed] | vm_compute; reflexivity | ].\n"
                        + "    intros [|[|i]] I; [reflexivity | reflexivity | exfalso; simpl in I; lia]. }\n")
                .toString();
    }

    /** That all numbers are in the first box. */
    private String firstBox() {
        Term a = difference(name("v1"), name("d1"));
        Term b = difference(name("v2"), name("d2"));
        Term x = sum(product(name("u1"), a), product(name("u2"), b));
        Term z = difference(product(name("u1"), b), product(name("u2"), a));
        ExpressionText plain = new ExpressionText(Stream.concat(Stream.of("v1", "v2"), PlanarDagger.NUMBERS.stream())
                .toList());
        return "  assert (F0 : inside scale first_box (all_of s1 s2 x z q " + integer(first) + ")).\n"
                + "  { apply (all_fit_correct digits scale (around digits scale (start_box ++ numbers) []) (fun i => match i with 0%nat => s1 "
                + integer(first) + " | 1%nat => s2 " + integer(first)
                + " | Datatypes.S (Datatypes.S i) => q i end)\n      "
                + plain.list(List.of(name("v1"), name("v2"), x, z))
                + ");\n      [apply cover_around; [ | apply nothing_fixed] | vm_compute; reflexivity | ].\n"
                + "    - intros [|[|i]] I; [exact (X0 0%nat ltac:(simpl; lia)) | exact (X0 1%nat ltac:(simpl; lia)) | exact (In i ltac:(simpl in I |- *; lia))].\n"
                + "    - intros [|[|[|[|i]]]] I; [reflexivity | reflexivity | | | exfalso; simpl in I; lia].\n"
                + "      + unfold all_of, x. rewrite V1, V2, (proj1 (One " + integer(first)
                + " ltac:(lia))), (proj2 (One "
                + integer(first) + " ltac:(lia))). reflexivity.\n"
                + "      + unfold all_of, z. rewrite V1, V2, (proj1 (One " + integer(first)
                + " ltac:(lia))), (proj2 (One "
                + integer(first) + " ltac:(lia))). reflexivity. }\n";
    }

    /** What is claimed of the first step alone. */
    private String onceProof() {
        List<Bounded> once = reduced(true);
        if (once.isEmpty()) {
            return "  - exact Logic.I.\n";
        }
        return "  - destruct (One " + integer(first) + " ltac:(lia)) as [O1 O2]. rewrite O1, O2, De.\n"
                + "    exact (all_shown digits (around digits scale first_box (map (side digits scale) numbers)) (all_of s1 s2 x z q "
                + integer(first) + ")\n      " + Bounded.conditions(once, expressions)
                + " (cover_around _ _ _ _ _ F0 (fixed_box _ _ _ _ _ In)) ltac:(vm_compute; reflexivity)).\n";
    }
}
