package org.selfstab.coq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.DfpField;
import org.selfstab.recheck.CertifiedIterates;

/**
 * The iterates of exact gradient descent from the exact start as Coq files: each lies in a box about a dyadic centre with more digits than a double has, as the box before is carried
 * into it, and from that in the ball of the certificate; from t = 0 on the sharpness lies in the certificate's ball, too, the second eigenvalue is below it, and the loss is near a number.
 *
 * <p>{@code run_base} has the loss, its derivatives and the step, which the library of enclosures takes as expressions; {@code run_part_1, ...} have at most {@value #STEPS_IN_A_PART}
 * steps each, which Coq computes, and do not use one another; {@code run_all} joins them, and has the axioms of all.
 */
public final class RunFiles {

    /** The file that all others use. */
    public static final String BASE = "run_base";

    /** The file with the theorem about all iterates. */
    public static final String ALL = "run_all";

    private static final String PART = "run_part_";
    private static final int STEPS_IN_A_PART = 100;
    private static final int MOST_VARIABLES = 6;
    /** Bits of what is enclosed over boxes. */
    static final int COARSE = 60;

    /** Expressions that occur at every step, by the functions that they are of. */
    private static final Map<String, String> SHARED = Map.of("S", "sharpness_of", "S2", "second_of", "L", "loss_of");

    /** Of what Coq computes. */
    static final String COMPUTED = "Proof. vm_cast_no_check (eq_refl true). Qed.\n";

    private final CertifiedIterates certificate;
    private final ProblemTerms problem;
    private final int n;
    private final List<Condition> undecided;
    private final Theorems base = new Theorems();
    private final LossDefinitions loss;
    private final List<Term> images = new ArrayList<>();
    private final List<List<Term>> slopes = new ArrayList<>();
    private final ExpressionText expressions;
    private final BoxChain boxes;
    private final List<Integer> ends;
    /** In two variables eigenvalues have closed forms. */
    private Optional<SpectraText> spectra = Optional.empty();

    /**
     * Prepares the files of a certificate.
     *
     * @throws org.selfstab.vocabulary.SelfstabException if Coq's reals do not have what it takes
     */
    public RunFiles(CertifiedIterates certificate) {
        this.certificate = certificate;
        this.problem = ProblemTerms.of(certificate.problem(), List.of());
        this.n = problem.variables().size();
        if (n > MOST_VARIABLES) {
            throw new NoTermException("the run has " + n + " variables; at most " + MOST_VARIABLES + " are exported");
        }
        if (certificate.iterates().isEmpty()) {
            throw new NoTermException("the certificate has no iterates");
        }
        this.undecided = problem.conditionsOfNumbers();
        this.expressions = new ExpressionText(problem.variables(), SHARED);
        this.loss = new LossDefinitions(base, problem.loss(), problem.variables(), problem.names());
        define();
        this.boxes = new BoxChain(
                new BoxChain.Motion(
                        problem.variables(),
                        images,
                        slopes,
                        field -> start(Evaluation.inDecimals(field)),
                        scale -> BoxChain.rounding(n)),
                certificate.iterates().size(),
                0);
        this.ends = ends(certificate.approach(), boxes.size());
    }

    /** What the names in the files stand for in the problem. */
    public Map<String, String> names() {
        return problem.originals();
    }

    /** The file that the parts use. */
    public FormalFile base() {
        return new FormalFile("the step of gradient descent", BASE, this::baseText);
    }

    /** The files of the steps, each for itself: it assumes where it starts, which the file that joins them shows. */
    public List<FormalFile> parts() {
        return IntStream.range(0, partCount())
                .mapToObj(k -> new FormalFile(
                        "iterates " + first(k) + " to " + last(k) + " in their balls"
                                + (k == 0 ? "" : ", if iterate " + first(k) + " is in its box"),
                        part(k),
                        () -> partText(k)))
                .toList();
    }

    /** The file that joins the parts. */
    public FormalFile all() {
        return new FormalFile("all " + boxes.size() + " iterates from the start", ALL, this::allText);
    }

    /** The file of alpha, beta and gamma at t = 0, where it is not among those of the conclusions. */
    public Optional<FormalFile> coefficients() {
        return spectra.filter(text -> n > 2 && !certificate.nearest().isEmpty()).map(text -> new CoefficientsFile(
                        text, loss, problem.variables(), certificate.nearest().get(0))
                .file());
    }

    /** The file of dagger_0 in three and more variables, where it is on the boundary. */
    public Optional<FormalFile> nearestPoint() {
        Term edge = Term.quotient(Term.number(2), new Term.Definition("eta", List.of(), problem.stepSize()).asCall());
        return spectra.filter(text -> n > 2
                        && !certificate.nearest().isEmpty()
                        && certificate.nearest().get(0).onBoundary())
                .map(text -> new NearestPointFile(
                                text,
                                loss,
                                problem.variables(),
                                edge,
                                certificate.iterates().get(certificate.approach()),
                                certificate.nearest().get(0))
                        .file());
    }

    /** The file of a part, from 0. */
    static String part(int k) {
        return PART + (k + 1);
    }

    /** The parts before an iterate, which ends one. */
    List<Integer> partsUpTo(int iterate) {
        return IntStream.range(0, partCount())
                .filter(k -> last(k) <= iterate && iterate > 0)
                .boxed()
                .toList();
    }

    private int partCount() {
        return ends.size();
    }

    private int first(int part) {
        return part == 0 ? 0 : last(part - 1);
    }

    private int last(int part) {
        return ends.get(part);
    }

    /** The last iterates of the parts; that of t = 0 ends one. */
    private static List<Integer> ends(int approach, int count) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        do {
            int next = Math.min(end + STEPS_IN_A_PART, count - 1);
            end = end < approach && approach < next ? approach : next;
            ends.add(end);
        } while (end < count - 1);
        return ends;
    }

    LossDefinitions loss() {
        return loss;
    }

    Term stepSize() {
        return problem.stepSize();
    }

    List<Term> images() {
        return images;
    }

    List<List<Term>> slopes() {
        return slopes;
    }

    BoxChain chain() {
        return boxes;
    }

    private void define() {
        Term.Definition stepSize = new Term.Definition("eta", List.of(), problem.stepSize());
        base.define(stepSize);
        Term eta = stepSize.asCall();
        for (int i = 0; i < n; i++) {
            images.add(loss.derivedQuantity("F" + (i + 1), imageWith(eta, i)));
            List<Term> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(slope(i, j, eta));
            }
            slopes.add(row);
        }
        if (n == 2) {
            new PlanarGeometry(loss, start(Evaluation.inDoubles()));
        } else {
            spectra = Optional.of(new SpectraText(base, loss, problem.variables()));
        }
    }

    /** The step's image moves so with the variable j, whatever the step size is: its own form may hold quotients and roots. */
    private Term slope(int i, int j, Term eta) {
        String name = "F" + (i + 1) + "_" + (j + 1);
        Term slope = loss.derivedQuantity(name, slopeWith(eta, i, j));
        Term any = new Term.Name("any_step");
        List<String> script = List.of("unfold F" + (i + 1) + ", " + name + ".", "generalize eta; intro any_step.");
        loss.differentiated(
                name + "_derivative", images.get(i), j, slope, script, imageWith(any, i), slopeWith(any, i, j));
        return slope;
    }

    private Term imageWith(Term stepSize, int i) {
        return Term.difference(new Term.Name(problem.variables().get(i)), new Term.Product(stepSize, loss.of(i)));
    }

    private Term slopeWith(Term stepSize, int i, int j) {
        Term bent = new Term.Negative(new Term.Product(stepSize, loss.of(i, j)));
        return i == j ? new Term.Sum(Term.ONE, bent) : bent;
    }

    private <T extends CalculusFieldElement<T>> Map<String, T> start(Evaluation<T> evaluation) {
        Map<String, T> start = new HashMap<>();
        for (int i = 0; i < n; i++) {
            start.put(problem.variables().get(i), evaluation.of(problem.start().get(i), Map.of()));
        }
        return start;
    }

    // ---- texts ----

    private String list(IntFunction<String> item, String separator) {
        return IntStream.range(0, n).mapToObj(item).collect(Collectors.joining(separator));
    }

    private String sequences() {
        return list(i -> "s" + (i + 1), " ");
    }

    private String baseText() {
        StringBuilder text = new StringBuilder(CoqFile.HEADER.replace("Reals Lra", "Reals Lra ZArith List Lia"));
        text.append("Require Import enclosures spectra.\nImport ListNotations.\n\n")
                .append(base.text());
        String at = list(i -> "(s" + (i + 1) + " t)", " ");
        text.append("\n(* Gradient descent from the start of the problem. *)\nDefinition descends (")
                .append(sequences())
                .append(" : Z -> R) : Prop :=\n  forall t, (0 <= t)%Z ->\n  ")
                .append(list(i -> "s" + (i + 1) + " (t + 1)%Z = F" + (i + 1) + " " + at, "\n  /\\ "))
                .append(".\n\nDefinition starts (")
                .append(sequences())
                .append(" : Z -> R) : Prop :=\n  ")
                .append(list(
                        i -> "s" + (i + 1) + " 0%Z = " + problem.start().get(i).text(), " /\\ "))
                .append(".\n\n")
                .append(stepAsExpressions())
                .append(spectra.map(SpectraText::base).orElse(""));
        return text.toString();
    }

    /** The step as the library of enclosures takes it, and that it is this. */
    private String stepAsExpressions() {
        StringBuilder text = new StringBuilder("(* The same as expressions. *)\nDefinition state (" + sequences()
                + " : Z -> R) (t : Z) (i : nat) : R :=\n  match i with "
                + list(i -> i + "%nat => s" + (i + 1) + " t", " | ")
                + " | _ => 0 end.\nDefinition moved : list expression :=\n  " + expressions.list(images)
                + ".\nDefinition slopes : list (list expression) :=\n  ["
                + slopes.stream().map(expressions::list).collect(Collectors.joining(";\n   "))
                + "].\nDefinition smooth : list condition := " + expressions.conditions(loss.conditions())
                + ".\nDefinition start : list expression := " + expressions.list(problem.start()) + ".\n" + shared()
                + "\n" + defined());
        String index = "[|".repeat(n) + "i" + "]".repeat(n);
        text.append("Lemma moves " + sequences() + " : descends " + sequences()
                + " -> forall t, (0 <= t)%Z -> forall i, (i < " + n + ")%nat ->\n  state " + sequences()
                + " (t + 1) i = value (state " + sequences() + " t) (nth i moved (Int 0)).\nProof.\n  intros D t T "
                + index + " I; try (exfalso; lia); " + taken("(D t T)", "E") + "\n"
                + IntStream.range(0, n)
                        .mapToObj(i -> "  - exact E" + (i + 1) + ".\n")
                        .collect(Collectors.joining())
                + "Qed.\n\n");
        List<String> proofs = new ArrayList<>();
        int conditions = loss.conditions().size();
        String given =
                IntStream.range(0, conditions).mapToObj(c -> " C" + (c + 1)).collect(Collectors.joining());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                proofs.add("  - exact (F" + (i + 1) + "_" + (j + 1) + "_derivative "
                        + list(v -> "(x " + v + "%nat)", " ") + given + ").\n");
            }
        }
        text.append("Lemma smooth_step : differentiable " + n + " smooth moved slopes.\nProof.\n  intros x " + index
                + " " + index.replace('i', 'j') + " I J C; try (exfalso; lia)"
                + (conditions == 0 ? "" : "; " + CoqFile.taken("C", "C", conditions)) + ".\n"
                + String.join("", proofs) + "Qed.\n");
        return text.toString();
    }

    /** That eta and the start are numbers, and eta is positive: roots of what is below zero are numbers in Coq. */
    private String defined() {
        if (undecided.isEmpty()) {
            return "";
        }
        return "Lemma defined : "
                + undecided.stream().map(Condition::text).collect(Collectors.joining(" /\\ "))
                + ".\nProof. exact (all_shown (Number.PtoP " + COARSE + ") [] (fun _ => 0) "
                + expressions.conditions(undecided)
                + " (nothing_covers _) ltac:(vm_compute; reflexivity)). Qed.\n\n";
    }

    private String shared() {
        ExpressionText plain = new ExpressionText(problem.variables());
        return (n == 2 ? List.of("L", "S", "S2") : List.of("L"))
                .stream()
                        .map(name -> "Definition " + SHARED.get(name) + " : expression := " + plain.of(loss.named(name))
                                + ".\n")
                        .collect(Collectors.joining());
    }

    private String taken(String conjunction, String letter) {
        return CoqFile.taken(conjunction, letter, n) + ".";
    }

    /** What the names of the problem stand for at a step. */
    private Map<String, Term> iterate(int t) {
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < n; i++) {
            values.put(problem.variables().get(i), new Term.Name("(s" + (i + 1) + " " + t + "%Z)"));
        }
        return values;
    }

    private String partText(int part) {
        int first = first(part);
        int last = last(part);
        boolean fromStart = part == 0;
        List<List<Bounded>> claims = new ArrayList<>();
        for (int t = fromStart ? first : first + 1; t <= last; t++) {
            claims.add(claims(t));
        }
        String given = fromStart ? "starts " + sequences() : inside("first", first);
        String all = IntStream.range(0, claims.size())
                .mapToObj(i -> "(" + Bounded.conjunction(claims.get(i), iterate(last - claims.size() + 1 + i)) + ")")
                .collect(Collectors.joining("\n  /\\ "));
        String begin = fromStart ? "first :: others" : "others";
        int from = fromStart ? first : first + 1;
        Optional<SpectraText.Part> sharp =
                spectra.map(text -> spectra(text, from, last)).filter(found -> !found.isEmpty());
        String runs = fromStart ? "R" : "(proj2 R)";
        return "From Coq Require Import Reals ZArith List Lia.\nRequire Import selfstab enclosures spectra " + BASE
                + ".\nImport ListNotations.\nOpen Scope R_scope.\n\n" + boxes.digits()
                + "Definition coarse := Number.PtoP " + COARSE + ".\n" + boxes.definitions(first, last)
                + "Definition bounds : list (list condition) := ["
                + claims.stream()
                        .map(bounds -> Bounded.conditions(bounds, expressions))
                        .collect(Collectors.joining(";\n  "))
                + "].\n" + sharp.map(SpectraText.Part::definition).orElse("") + "\nDefinition claims (" + sequences()
                + " : Z -> R) : Prop :=\n  "
                + sharp.map(found -> "(" + all + ")\n  /\\ " + found.statement())
                        .orElse(all)
                + ".\n\nLemma carried_on : follows digits coarse scale smooth moved slopes [] first others = true.\n"
                + COMPUTED + "Lemma bounded : claimed digits scale moved [] (" + begin + ") bounds = true.\n" + COMPUTED
                + sharp.map(found -> found.computed(begin)).orElse("") + "\nTheorem proved : forall " + sequences()
                + ", descends " + sequences() + " -> " + given
                + " ->\n  claims " + sequences() + " /\\ " + inside("last_one", last) + ".\nProof.\n  intros "
                + sequences() + " D B.\n  assert (X : " + inside("first", first) + ").\n  { "
                + (fromStart ? atStart() : "exact B.") + " }\n"
                + "  pose proof (followed digits coarse scale smooth moved slopes [] smooth_step 0 (state "
                + sequences()
                + ") (moves " + sequences() + " D)\n    (fun t _ => nothing_fixed _ _) others first " + first
                + "%Z ltac:(lia) carried_on X) as R.\n  split.\n  - "
                + (sharp.isPresent()
                        ? "split; [ | " + sharp.orElseThrow().proof(begin, "state " + sequences(), runs) + " ].\n    "
                        : "")
                + "exact (claims_hold digits scale moved [] 0 (state "
                + sequences() + ") (fun t _ => nothing_fixed _ _) bounds (" + begin + ") " + from
                + "%Z\n    ltac:(lia) "
                + runs + " bounded).\n  - exact (last_box scale moved (state " + sequences()
                + ") others first " + first + "%Z R).\nQed.\n";
    }

    private SpectraText.Part spectra(SpectraText text, int from, int last) {
        SpectraText.Part part = text.new Part(from);
        DfpField field = boxes.field();
        for (int t = from; t <= last; t++) {
            part.add(certificate.iterates().get(t).sharpness(), boxes.centre(t, field), field);
        }
        return part;
    }

    private String inside(String box, int t) {
        return "inside scale " + box + " (state " + sequences() + " " + t + "%Z)";
    }

    private String atStart() {
        return "apply (all_fit_correct digits scale [] (fun _ => 0) start); [ apply nothing_covers | vm_compute; reflexivity | ].\n    intros "
                + "[|".repeat(n) + "i" + "]".repeat(n) + " I; try (exfalso; simpl in I; lia); " + taken("B", "B") + "\n"
                + IntStream.range(0, n)
                        .mapToObj(i -> "    - exact B" + (i + 1) + ".\n")
                        .collect(Collectors.joining());
    }

    /** What the certificate says of an iterate. */
    private List<Bounded> claims(int t) {
        CertifiedIterates.Iterate iterate = certificate.iterates().get(t);
        List<Bounded> claims = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            claims.add(Bounded.within(
                    new Term.Name(problem.variables().get(i)),
                    Dyadic.term(iterate.centre().get(i)),
                    Dyadic.term(iterate.radii().get(i))));
        }
        if (n == 2 && iterate.sharpness().isPresent()) {
            CertifiedIterates.Ball ball = iterate.sharpness().orElseThrow();
            claims.add(Bounded.within(loss.named("S"), Dyadic.term(ball.centre()), Dyadic.term(ball.radius())));
            claims.add(new Bounded(loss.named("S2"), loss.named("S"), true));
        }
        if (iterate.sharpness().isPresent()) {
            DfpField field = boxes.field();
            double value = Evaluation.inDecimals(field)
                    .of(loss.of(), boxes.centre(t, field))
                    .toDouble();
            double radius = Math.scalb(Math.max(Math.abs(value), 1e-3), -45);
            claims.add(Bounded.within(loss.of(), Dyadic.term(value), Dyadic.term(radius)));
        }
        return claims;
    }

    private String allText() {
        List<String> modules =
                IntStream.range(0, partCount()).mapToObj(RunFiles::part).toList();
        StringBuilder proof = new StringBuilder("intros " + sequences() + " B D. ");
        String before = "B";
        for (int k = 0; k < modules.size(); k++) {
            proof.append("destruct (" + modules.get(k) + ".proved " + sequences() + " D " + before + ") as [A" + k
                    + " N" + k + "]. ");
            before = "N" + k;
        }
        proof.append("exact ")
                .append(CoqFile.conjunction(IntStream.range(0, modules.size())
                        .mapToObj(k -> "A" + k)
                        .toList()))
                .append('.');
        return "From Coq Require Import Reals ZArith.\nRequire Import selfstab " + BASE + ".\nRequire "
                + String.join(" ", modules)
                + ".\nOpen Scope R_scope.\n\nTheorem run_iterates : forall " + sequences() + ", starts " + sequences()
                + " -> descends " + sequences() + " ->\n  "
                + modules.stream().map(m -> m + ".claims " + sequences()).collect(Collectors.joining("\n  /\\ "))
                + ".\nProof. " + proof + " Qed.\n\nPrint Assumptions run_iterates.\n";
    }
}
