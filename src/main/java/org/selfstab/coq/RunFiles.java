package org.selfstab.coq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.selfstab.recheck.CertifiedIterates;

/**
 * The iterates of exact gradient descent from the exact start as Coq files: each lies in a box about a dyadic centre with more digits than a double has, by the
 * mean value theorem from the box before, and from that in the ball of the certificate; in two variables the sharpness lies in the certificate's ball, too, and the loss
 * near a number.
 *
 * <p>The axioms are looked up once, in {@code run_all}, which all parts go into: that takes Coq as long as ten steps. {@code run_base} has the loss, its derivatives and the step; {@code run_part_1, ...} have at most {@value #STEPS_IN_A_PART} steps each, and do not use one another;
 * {@code run_all} joins them.
 */
public final class RunFiles {

    /** The file that all others use. */
    public static final String BASE = "run_base";

    /** The file with the theorem about all iterates. */
    public static final String ALL = "run_all";

    private static final String PART = "run_part_";
    /** So that all cores have something to do, and Coq far less than two GiB. */
    private static final int STEPS_IN_A_PART = 20;

    private static final int MOST_VARIABLES = 6;
    private static final int MOST_BITS = 2_000;
    /** Of the numbers by which a step stretches. */
    private static final int STRETCH_BITS = 40;

    private final CertifiedIterates certificate;
    private final ProblemTerms problem;
    private final int n;
    private final Theorems base = new Theorems();
    private final LossDefinitions loss;
    private final List<Term> images = new ArrayList<>();
    private final List<List<Term>> slopes = new ArrayList<>();
    private final List<Boxes> boxes;
    private final int bits;

    /** Centres, radii, how much the step from there stretches, and the loss at the centre. */
    private record Boxes(
            List<BigInteger> centre, List<BigFraction> radii, List<List<BigFraction>> stretch, double loss) {}

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
        this.loss = new LossDefinitions(base, problem.loss(), problem.variables(), problem.names());
        define();
        double growth = growth();
        this.bits = (int) Math.min(MOST_BITS + 1.0, 90 + Math.ceil(Math.log(growth) / Math.log(2.0)));
        if (bits > MOST_BITS) {
            throw new NoTermException("the boxes about the iterates grow by " + growth + ", for which " + MOST_BITS
                    + " bits are too few");
        }
        this.boxes = enclosures();
    }

    /** What the names in the files stand for in the problem. */
    public Map<String, String> names() {
        return problem.originals();
    }

    /** The file that the parts use. */
    public FormalFile base() {
        return new FormalFile("the step of gradient descent", BASE, this::baseText);
    }

    /** The files of the steps, each for itself. */
    public List<FormalFile> parts() {
        return IntStream.range(0, partCount())
                .mapToObj(k -> new FormalFile(
                        "iterates " + first(k) + " to " + last(k) + " in their balls",
                        PART + (k + 1),
                        () -> partText(k)))
                .toList();
    }

    /** The file that joins the parts. */
    public FormalFile all() {
        return new FormalFile("all " + boxes.size() + " iterates from the start", ALL, this::allText);
    }

    private int partCount() {
        return Math.max(1, (boxes.size() - 2) / STEPS_IN_A_PART + 1);
    }

    private int first(int part) {
        return part * STEPS_IN_A_PART;
    }

    private int last(int part) {
        return Math.min(first(part) + STEPS_IN_A_PART, boxes.size() - 1);
    }

    private void define() {
        base.define(new Term.Definition("eta", List.of(), problem.stepSize()));
        Term eta = new Term.Call(new Term.Definition("eta", List.of(), problem.stepSize()), List.of());
        for (int i = 0; i < n; i++) {
            Term variable = new Term.Name(problem.variables().get(i));
            Term image = loss.derivedQuantity(
                    "F" + (i + 1), new Term.Sum(variable, new Term.Negative(new Term.Product(eta, loss.of(i)))));
            images.add(image);
            List<Term> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(slope(i, j, eta, image));
            }
            slopes.add(row);
        }
        if (n == 2) {
            new PlanarGeometry(loss, start(Evaluation.inDoubles()));
        }
    }

    private Term slope(int i, int j, Term eta, Term image) {
        Term bent = new Term.Negative(new Term.Product(eta, loss.of(Math.min(i, j), Math.max(i, j))));
        String name = "F" + (i + 1) + "_" + (j + 1);
        Term slope = loss.derivedQuantity(name, i == j ? new Term.Sum(Term.ONE, bent) : bent);
        String variable = problem.variables().get(j);
        String lambda = "is_derive (fun " + variable + " => ";
        base.lemma(
                name + "_derivative",
                Theorems.forAll(
                        problem.names(),
                        loss.conditions().stream().map(Condition::text).toList(),
                        lambda + image.text() + ") " + variable + " (" + slope.text() + ")"),
                List.of(
                        "intros.",
                        "change (" + lambda + image.inlined().text() + ") " + variable + " ("
                                + slope.inlined().text() + ")).",
                        "derivative."));
        return slope;
    }

    private <T extends org.hipparchus.CalculusFieldElement<T>> Map<String, T> start(Evaluation<T> evaluation) {
        Map<String, T> start = new HashMap<>();
        for (int i = 0; i < n; i++) {
            start.put(problem.variables().get(i), evaluation.of(problem.start().get(i), Map.of()));
        }
        return start;
    }

    /** By how much a small box about the start grows at most, about. */
    private double growth() {
        Evaluation<Binary64> doubles = Evaluation.inDoubles();
        Map<String, Binary64> point = start(doubles);
        double[] radii = new double[n];
        java.util.Arrays.fill(radii, 1.0);
        double largest = 1.0;
        for (int t = 1; t < certificate.iterates().size(); t++) {
            double[] next = new double[n];
            Map<String, Binary64> image = new HashMap<>();
            for (int i = 0; i < n; i++) {
                next[i] = 1.0;
                for (int j = 0; j < n; j++) {
                    next[i] += 1.000001
                            * Math.abs(doubles.of(slopes.get(i).get(j), point).getReal())
                            * radii[j];
                }
                largest = Math.max(largest, next[i]);
                image.put(problem.variables().get(i), doubles.of(images.get(i), point));
            }
            radii = next;
            point = image;
        }
        return largest;
    }

    private List<Boxes> enclosures() {
        DfpField field = new DfpField((int) Math.ceil(0.302 * bits) + 20);
        Evaluation<Dfp> decimals = Evaluation.inDecimals(field);
        BigFraction unit = new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(bits));
        List<Boxes> found = new ArrayList<>();
        Map<String, Dfp> exact = start(decimals);
        List<BigFraction> radii = IntStream.range(0, n).mapToObj(i -> unit).toList();
        for (int t = 0; t < certificate.iterates().size(); t++) {
            List<BigInteger> centre = rounded(exact, field);
            Map<String, Dfp> point = new HashMap<>();
            for (int i = 0; i < n; i++) {
                point.put(
                        problem.variables().get(i),
                        decimals.of(new Term.Rational(new BigFraction(centre.get(i)).multiply(unit)), Map.of()));
            }
            List<List<BigFraction>> stretch = new ArrayList<>();
            List<BigFraction> next = new ArrayList<>();
            Map<String, Dfp> image = new HashMap<>();
            for (int i = 0; i < n; i++) {
                List<BigFraction> row = new ArrayList<>();
                BigFraction reach = unit;
                for (int j = 0; j < n; j++) {
                    double slope =
                            Math.abs(decimals.of(slopes.get(i).get(j), point).toDouble());
                    BigFraction bound = upwards(slope * (1.0 + 1e-9) + 1e-11, STRETCH_BITS);
                    row.add(bound);
                    reach = reach.add(bound.multiply(radii.get(j)));
                }
                stretch.add(row);
                next.add(shortened(reach));
                image.put(problem.variables().get(i), decimals.of(images.get(i), point));
            }
            found.add(new Boxes(
                    centre, radii, stretch, decimals.of(loss.of(), point).toDouble()));
            radii = next;
            exact = image;
        }
        return found;
    }

    private List<BigInteger> rounded(Map<String, Dfp> point, DfpField field) {
        Dfp scale = field.newDfp(BigInteger.TWO.pow(bits).toString());
        return problem.variables().stream()
                .map(variable -> new BigDecimal(
                                point.get(variable).multiply(scale).toString())
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toBigInteger())
                .toList();
    }

    private static BigFraction upwards(double value, int places) {
        return new BigFraction(
                BigInteger.valueOf((long) Math.ceil(Math.scalb(value, places))), BigInteger.TWO.pow(places));
    }

    /** A number not below with a short numerator, over a power of two. */
    private BigFraction shortened(BigFraction value) {
        int excess = Math.max(0, value.getDenominator().bitLength() - 1 - bits - 20);
        BigInteger denominator = BigInteger.TWO.pow(bits + 20);
        BigInteger numerator = value.multiply(denominator)
                .getNumerator()
                .divide(value.multiply(denominator).getDenominator())
                .add(BigInteger.ONE);
        int drop = Math.max(0, Math.min(numerator.bitLength() - 20, bits + 19 + excess));
        drop = Math.min(drop, bits + 19);
        BigInteger kept = numerator.shiftRight(drop).add(BigInteger.ONE);
        return new BigFraction(kept.shiftLeft(drop), denominator);
    }

    // ---- texts ----

    private String list(IntFunction<String> item, String separator) {
        return IntStream.range(0, n).mapToObj(item).collect(Collectors.joining(separator));
    }

    private String sequences() {
        return list(i -> "s" + (i + 1), " ");
    }

    private String baseText() {
        StringBuilder text = new StringBuilder(CoqFile.HEADER.replace("Reals Lra", "Reals Lra ZArith Lia"));
        text.append("From Interval Require Import Tactic.\n\n").append(base.text());
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
                .append(".\n\nDefinition near (")
                .append(list(i -> "a" + (i + 1), " "))
                .append(' ')
                .append(list(i -> "c" + (i + 1), " "))
                .append(' ')
                .append(list(i -> "r" + (i + 1), " "))
                .append(" : R) : Prop :=\n  ")
                .append(list(i -> "Rabs (a" + (i + 1) + " - c" + (i + 1) + ") <= r" + (i + 1), " /\\ "))
                .append(".\n\n")
                .append(widening())
                .append(onBox())
                .append(stepLemma());
        return text.toString();
    }

    private String widening() {
        String names =
                list(i -> "a" + (i + 1) + " c" + (i + 1) + " r" + (i + 1) + " e" + (i + 1) + " q" + (i + 1), " ");
        return "Lemma widen " + names + " :\n  near " + row("a") + " " + row("c") + " " + row("r") + " ->\n  "
                + list(i -> "Rabs (c" + (i + 1) + " - e" + (i + 1) + ") <= q" + (i + 1) + " - r" + (i + 1) + " -> ", "")
                + "near " + row("a") + " " + row("e") + " " + row("q") + ".\n"
                + "Proof. unfold near. rewrite ?Rabs_le_between. intros. repeat split; lra. Qed.\n\n";
    }

    /** A bound for all offsets from the centre is one for what lies in the box. */
    private String onBox() {
        return "Lemma on_box (f : " + "R -> ".repeat(n) + "R) " + row("a") + " " + row("c") + " " + row("r")
                + " v e :\n  (forall " + row("d") + ", "
                + list(i -> "Rabs d" + (i + 1) + " <= r" + (i + 1) + " -> ", "")
                + "Rabs (f " + list(i -> "(c" + (i + 1) + " + d" + (i + 1) + ")", " ") + " - v) <= e) ->\n  near "
                + row("a") + " " + row("c") + " " + row("r") + " -> Rabs (f " + row("a") + " - v) <= e.\nProof.\n"
                + "  intros G N. " + taken("N", "N") + "\n  pose proof (G "
                + list(i -> "_", " ") + " " + list(i -> "N" + (i + 1), " ") + ") as X.\n  "
                + list(
                        i -> "replace (c" + (i + 1) + " + (a" + (i + 1) + " - c" + (i + 1) + ")) with a" + (i + 1)
                                + " in X by ring. ",
                        "")
                + "exact X.\nQed.\n\n";
    }

    private String row(String letter) {
        return list(i -> letter + (i + 1), " ");
    }

    private String stretches() {
        return list(i -> list(j -> "m" + (i + 1) + "_" + (j + 1), " "), " ");
    }

    /** At {@code c + d}: what has to hold there. */
    private String inTheBox() {
        Map<String, Term> moved = new HashMap<>();
        for (int i = 0; i < n; i++) {
            moved.put(
                    problem.variables().get(i),
                    new Term.Sum(new Term.Name("c" + (i + 1)), new Term.Name("d" + (i + 1))));
        }
        List<String> wanted = new ArrayList<>();
        loss.conditions()
                .forEach(condition -> wanted.add(
                        condition.of(condition.term().substitute(moved)).text()));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                wanted.add(
                        "Rabs (" + slopes.get(i).get(j).substitute(moved).text() + ") <= m" + (i + 1) + "_" + (j + 1));
            }
        }
        return String.join(" /\\ ", wanted);
    }

    private String stepLemma() {
        StringBuilder text = new StringBuilder("Lemma step (" + sequences() + " : Z -> R) t " + row("c") + " "
                + row("r")
                + " " + row("e") + " " + row("q") + " " + stretches() + " :\n  descends " + sequences()
                + " -> (0 <= t)%Z -> near " + list(i -> "(s" + (i + 1) + " t)", " ") + " " + row("c") + " " + row("r")
                + " ->\n  (forall " + row("d") + ", "
                + list(i -> "Rabs d" + (i + 1) + " <= r" + (i + 1) + " -> ", "") + inTheBox() + ") ->\n");
        for (int i = 0; i < n; i++) {
            String reach = list("m" + (i + 1) + "_");
            text.append("  Rabs (F")
                    .append(i + 1)
                    .append(' ')
                    .append(row("c"))
                    .append(" - e")
                    .append(i + 1)
                    .append(") <= q")
                    .append(i + 1)
                    .append(" - (")
                    .append(reach)
                    .append(") ->\n");
        }
        text.append("  near ")
                .append(list(i -> "(s" + (i + 1) + " (t + 1)%Z)", " "))
                .append(' ')
                .append(row("e"))
                .append(' ')
                .append(row("q"))
                .append(".\nProof.\n  intros D T N B ")
                .append(list(i -> "C" + (i + 1), " "))
                .append(".\n  ")
                .append(taken("N", "N"))
                .append(' ')
                .append(taken("(D t T)", "E"))
                .append("\n  assert (P : forall x c r, Rabs (x - c) <= r -> Rabs (c - c) <= r)\n")
                .append(
                        "    by (intros x c r H; rewrite Rminus_diag_eq, Rabs_R0 by reflexivity; pose proof (Rabs_pos (x - c)); lra).\n")
                .append("  unfold near. repeat split.\n");
        for (int i = 0; i < n; i++) {
            text.append(coordinate(i));
        }
        return text.append("Qed.\n").toString();
    }

    private String list(String prefix) {
        return list(j -> prefix + (j + 1) + " * r" + (j + 1), " + ");
    }

    /** The tactic that takes a conjunction of as many parts as there are variables apart. */
    private String taken(String conjunction, String letter) {
        if (n == 1) {
            return "pose proof " + conjunction + " as " + letter + "1; unfold near, starts in " + letter + "1.";
        }
        StringBuilder pattern = new StringBuilder("destruct " + conjunction + " as [");
        for (int i = 1; i < n; i++) {
            pattern.append(letter).append(i).append(i < n - 1 ? " [" : " ");
        }
        return pattern.append(letter)
                .append(n)
                .append("]".repeat(n - 2))
                .append("].")
                .toString();
    }

    /** The image's coordinate, along the coordinates one after the other. */
    private String coordinate(int i) {
        StringBuilder text = new StringBuilder("  - rewrite E" + (i + 1) + ".\n");
        for (int j = 0; j < n; j++) {
            int along = j;
            String function = list(k -> k < along ? "c" + (k + 1) : k == along ? "y" : "(s" + (k + 1) + " t)", " ");
            String from = function.replace("y", "c" + (j + 1));
            String to = function.replace("y", "(s" + (j + 1) + " t)");
            String offsets = list(
                    k -> k < along
                            ? "(c" + (k + 1) + " - c" + (k + 1) + ")"
                            : k == along ? "d" : "(s" + (k + 1) + " t - c" + (k + 1) + ")",
                    " ");
            String near = list(k -> k < along ? "(P _ _ _ N" + (k + 1) + ")" : k == along ? "Hd" : "N" + (k + 1), " ");
            String rewriting = IntStream.range(0, n)
                    .filter(k -> k != along)
                    .mapToObj(k -> {
                        String value = k < along ? "c" + (k + 1) : "s" + (k + 1) + " t";
                        return "replace (c" + (k + 1) + " + (" + value + " - c" + (k + 1) + ")) with (" + value
                                + ") in X by ring; ";
                    })
                    .collect(Collectors.joining());
            text.append("    assert (M")
                    .append(j + 1)
                    .append(" : Rabs (F" + (i + 1) + " " + to + " - F" + (i + 1) + " " + from + ") <= m" + (i + 1) + "_"
                            + (j + 1) + " * r" + (j + 1) + ").\n")
                    .append("    { apply (mean_value (fun y => F" + (i + 1) + " " + function + ") (fun y => F" + (i + 1)
                            + "_" + (j + 1) + " " + function + ") c" + (j + 1) + "); [ | exact N" + (j + 1) + "].\n")
                    .append("      intros d Hd. pose proof (B " + offsets + " " + near + ") as X. " + rewriting
                            + "split; [apply F" + (i + 1) + "_" + (j + 1) + "_derivative; tauto | tauto]. }\n");
        }
        return text.append("    revert ")
                .append(list(j -> "M" + (j + 1), " "))
                .append(" C")
                .append(i + 1)
                .append(". rewrite !Rabs_le_between. lra.\n")
                .toString();
    }

    private Term dyadic(BigInteger numerator, int exponent) {
        int shift = numerator.signum() == 0 ? exponent : Math.min(exponent, numerator.getLowestSetBit());
        Term.Rational whole = new Term.Rational(new BigFraction(numerator.shiftRight(shift)));
        return shift == exponent
                ? whole
                : new Term.Product(whole, new Term.Inverse(Term.number(2).power(exponent - shift)));
    }

    private String dyadic(BigFraction value) {
        return argument(dyadic(value.getNumerator(), value.getDenominator().bitLength() - 1));
    }

    private static String argument(Term term) {
        return "(" + term.text() + ")";
    }

    private String dyadic(double value) {
        return dyadic(new BigFraction(value));
    }

    private String centre(int t) {
        return list(i -> argument(dyadic(boxes.get(t).centre().get(i), bits)), " ");
    }

    private String radii(int t) {
        return list(i -> dyadic(boxes.get(t).radii().get(i)), " ");
    }

    private String iterate(int t) {
        return list(i -> "(s" + (i + 1) + " " + t + "%Z)", " ");
    }

    private String nearBox(int t) {
        return "near " + iterate(t) + " " + centre(t) + " " + radii(t);
    }

    private String nearCertified(int t) {
        CertifiedIterates.Iterate iterate = certificate.iterates().get(t);
        return "near " + iterate(t) + " " + list(i -> dyadic(iterate.centre().get(i)), " ") + " "
                + list(i -> dyadic(iterate.radii().get(i)), " ");
    }

    private String partText(int part) {
        int first = first(part);
        int last = last(part);
        String precision = "interval with (i_prec " + (bits + 30) + ")";
        StringBuilder text = new StringBuilder("From Coq Require Import Reals Lra ZArith Lia.\n"
                + "From Interval Require Import Tactic.\nRequire Import selfstab " + BASE
                + ".\nOpen Scope R_scope.\n\nLtac close := " + unfolding(images) + "; " + precision
                + ".\nLtac bounds := intros "
                + row("d") + " " + list(i -> "H" + (i + 1), " ") + "; "
                + unfolding(slopes.stream().flatMap(List::stream).toList())
                + "; repeat split; first [ interval | apply Rgt_not_eq; interval | apply Rlt_not_eq; interval ].\n"
                + "Ltac wide := " + precision + ".\n\nSection Part.\nVariables " + sequences()
                + " : Z -> R.\nHypothesis D : descends " + sequences() + ".\n");
        if (part == 0) {
            text.append("Hypothesis B : starts ")
                    .append(sequences())
                    .append(".\n\nLemma t0 : ")
                    .append(nearBox(0));
            text.append(".\nProof. unfold near. ")
                    .append(taken("B", "B"))
                    .append(" rewrite ")
                    .append(list(i -> "B" + (i + 1), ", "))
                    .append(". repeat split; ")
                    .append(precision)
                    .append(". Qed.\n");
        } else {
            text.append("Hypothesis t")
                    .append(first)
                    .append(" : ")
                    .append(nearBox(first))
                    .append(".\n\n");
        }
        List<String> claims = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        for (int t = first; t <= last; t++) {
            if (t > first) {
                text.append(step(t));
            }
            if (t > first || part == 0) {
                text.append(claimed(t, claims, proofs));
            }
        }
        String given = part == 0 ? "starts " + sequences() : nearBox(first);
        String joined = String.join("\n  /\\ ", claims);
        return text.append("\nLemma joined :\n  (")
                .append(joined)
                .append(")\n  /\\ ")
                .append(nearBox(last))
                .append(".\nProof. exact (conj ")
                .append(CoqFile.conjunction(proofs))
                .append(" t")
                .append(last)
                .append("). Qed.\nEnd Part.\n\nDefinition claims (")
                .append(sequences())
                .append(" : Z -> R) : Prop :=\n  ")
                .append(joined)
                .append(".\n\nTheorem proved : forall ")
                .append(sequences())
                .append(", descends ")
                .append(sequences())
                .append(" -> ")
                .append(given)
                .append(" ->\n  claims ")
                .append(sequences())
                .append(" /\\ ")
                .append(nearBox(last))
                .append(".\nProof. exact joined. Qed.\n")
                .toString();
    }

    private static String unfolding(List<Term> terms) {
        return "cbv beta delta ["
                + terms.stream()
                        .flatMap(term -> term.definitions().stream())
                        .distinct()
                        .collect(Collectors.joining(" "))
                + "]";
    }

    private String step(int t) {
        Boxes before = boxes.get(t - 1);
        String stretch = before.stretch().stream()
                .flatMap(List::stream)
                .map(this::dyadic)
                .collect(Collectors.joining(" "));
        return "Lemma t" + t + " : " + nearBox(t) + ".\nProof.\n  refine (step " + sequences() + " " + (t - 1) + "%Z "
                + "_ ".repeat(4 * n) + stretch + " D _ t" + (t - 1) + " _" + " _".repeat(n)
                + "); [ lia | bounds | close .. ].\nQed.\n";
    }

    private String claimed(int t, List<String> claims, List<String> proofs) {
        StringBuilder text = new StringBuilder("Lemma b" + t + " : " + nearCertified(t)
                + ".\nProof. apply (widen _ _ _ _ _ " + "_ ".repeat(5 * (n - 1)) + "t" + t + "); wide. Qed.\n");
        claims.add(nearCertified(t));
        proofs.add("b" + t);
        if (n == 2 && certificate.iterates().get(t).sharpness().isPresent()) {
            CertifiedIterates.Ball ball =
                    certificate.iterates().get(t).sharpness().orElseThrow();
            quantity(text, "sharp" + t, t, "S", ball.centre(), ball.radius(), claims, proofs);
            double value = boxes.get(t).loss();
            quantity(text, "loss" + t, t, "L", value, Math.scalb(Math.max(Math.abs(value), 1e-3), -45), claims, proofs);
        }
        return text.toString();
    }

    private void quantity(
            StringBuilder text,
            String name,
            int t,
            String function,
            double centre,
            double radius,
            List<String> claims,
            List<String> proofs) {
        String statement = "Rabs (" + function + " " + iterate(t) + " - " + dyadic(centre) + ") <= " + dyadic(radius);
        text.append("Lemma ")
                .append(name)
                .append(" : ")
                .append(statement)
                .append(".\nProof.\n  refine (on_box ")
                .append(function)
                .append(" _".repeat(3 * n + 3))
                .append(" t" + t + "). intros ")
                .append(row("d"))
                .append(' ')
                .append(list(i -> "H" + (i + 1), " "))
                .append(". ")
                .append(unfolding(List.of(loss.named(function))))
                .append("; interval with (i_prec 100).\nQed.\n");
        claims.add(statement);
        proofs.add(name);
    }

    private String allText() {
        List<String> modules =
                IntStream.rangeClosed(1, partCount()).mapToObj(k -> PART + k).toList();
        StringBuilder proof = new StringBuilder("intros " + sequences() + " B D. ");
        String before = "B";
        for (int k = 0; k < modules.size(); k++) {
            proof.append("destruct (" + modules.get(k) + ".proved " + sequences() + " D " + before + ") as [A" + k
                    + " N" + k + "]. ");
            before = "N" + k;
        }
        proof.append("repeat split; assumption.");
        return "From Coq Require Import Reals ZArith.\nRequire Import selfstab " + BASE + ".\nRequire "
                + String.join(" ", modules)
                + ".\nOpen Scope R_scope.\n\nTheorem run_iterates : forall " + sequences() + ", starts " + sequences()
                + " -> descends " + sequences() + " ->\n  "
                + modules.stream().map(m -> m + ".claims " + sequences()).collect(Collectors.joining("\n  /\\ "))
                + ".\nProof. "
                + proof.toString()
                        .replace(
                                "repeat split; assumption.",
                                "exact "
                                        + CoqFile.conjunction(IntStream.range(0, modules.size())
                                                .mapToObj(k -> "A" + k)
                                                .toList())
                                        + ".")
                + " Qed.\n\nPrint Assumptions run_iterates.\n";
    }
}
