package org.selfstab.coq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.selfstab.recheck.StatedProblem;

/**
 * A claim about all points of a box, or its refutation at one of them, as a Coq file: the loss, its derivatives, the quantity in closed form or, of eigenvalues in
 * other than two variables, the form of the Hessian; that the loss is defined and smooth on the box, and the bound by the tactic {@code interval} with bisection.
 */
public final class BoxFile {

    /** The name of the theorem with which the file ends. */
    public static final String THEOREM = "box_claim";

    private static final int DEPTH = 40;
    private static final int MOST_VARIABLES = 6;

    private final ProblemTerms problem;
    private final List<Side> sides;
    private final Theorems theorems = new Theorems();
    private final LossDefinitions loss;

    /** The numbers that a name of the problem takes, exactly. */
    public record Side(String name, double from, double to) {}

    /**
     * A claim.
     *
     * @param quantity its name, as in {@code certify-box}
     * @param above whether the quantity is above the bound; else below
     * @param witness where the claim is refuted, in the order of the sides; empty if it is proved
     */
    public record Claim(String quantity, boolean above, BigDecimal bound, Optional<List<Double>> witness) {}

    private BoxFile(StatedProblem stated, List<Side> sides) {
        int variables = stated.variables().size();
        this.problem = ProblemTerms.of(
                stated,
                sides.subList(variables, sides.size()).stream().map(Side::name).toList());
        this.sides = sides;
        this.loss = new LossDefinitions(theorems, problem.loss(), problem.variables(), problem.names());
    }

    /**
     * The file's text.
     *
     * @param sides one for each variable, in order, and then for parameters
     * @throws org.selfstab.vocabulary.SelfstabException if Coq's reals do not have what it takes
     */
    public static String text(StatedProblem stated, List<Side> sides, Claim claim) {
        return new BoxFile(stated, sides).written(claim);
    }

    /** What the names of such a file stand for in the problem. */
    public static Map<String, String> names(StatedProblem stated, List<Side> sides) {
        return new BoxFile(stated, sides).problem.originals();
    }

    private String written(Claim claim) {
        Term bound = new Term.Rational(exact(claim.bound()));
        List<String> inBox = IntStream.range(0, sides.size())
                .mapToObj(i -> number(sides.get(i).from()).text() + " <= "
                        + problem.names().get(i) + " <= "
                        + number(sides.get(i).to()).text())
                .toList();
        Condition stepSize = new Condition(Condition.Kind.POSITIVE, problem.stepSize());
        int number = 0;
        List<Condition> conditions = new ArrayList<>(loss.conditions());
        conditions.addAll(Conditions.of(new Algebra(Set.of()), List.of(problem.stepSize()), false)
                .assumed());
        for (Condition condition : conditions) {
            holds("defined" + ++number, inBox, condition);
        }
        holds("step_size", inBox, stepSize);
        if (problem.variables().size() == 2) {
            inThePlane(claim, quantity(claim.quantity()), bound, inBox);
        } else {
            inSpace(claim, spectral(claim.quantity(), bound), inBox);
        }
        return CoqFile.HEADER
                + "From Interval Require Import Tactic.\n\nModule Box.\n\n"
                + theorems.text()
                + "\nEnd Box.\n"
                + CoqFile.theorem(THEOREM, "Box.claims", List.of("Box.proved"));
    }

    private void inThePlane(Claim claim, Term quantity, Term bound, List<String> inBox) {
        String statement = Theorems.forAll(problem.names(), inBox, compared(claim.above(), quantity, bound));
        if (claim.witness().isEmpty()) {
            theorems.claim(
                    "claim",
                    statement,
                    List.of(
                            "intros.",
                            "change (" + compared(claim.above(), quantity.inlined(), bound) + ").",
                            interval() + "."));
        } else {
            refute(claim, quantity, bound, statement);
        }
    }

    /** By the form of the Hessian. */
    private void inSpace(Claim claim, SpectralClaim spectral, List<String> inBox) {
        List<Term> names = problem.names().stream().<Term>map(Term.Name::new).toList();
        String statement = Theorems.forAll(problem.names(), inBox, spectral.statement(claim.above(), names));
        if (claim.witness().isEmpty()) {
            SpectralClaim.Place box = new SpectralClaim.Place(names, inBox, centre(), interval());
            theorems.claim("claim", statement, spectral.proof(claim.above(), box));
            return;
        }
        List<Double> witness = claim.witness().orElseThrow();
        List<Term> point = witness.stream().<Term>map(BoxFile::number).toList();
        Map<String, Binary64> at = new HashMap<>();
        for (int i = 0; i < witness.size(); i++) {
            at.put(problem.names().get(i), new Binary64(witness.get(i)));
        }
        SpectralClaim.Place there = new SpectralClaim.Place(point, List.of(), at, "interval with (i_prec 200)");
        List<String> proof = spectral.proof(!claim.above(), there);
        theorems.lemma("opposite_there", spectral.statement(!claim.above(), point), proof);
        String last = claim.above() ? "opposite_there _" : "_ opposite_there";
        theorems.claim(
                "refutation",
                "~ (" + statement + ")",
                List.of(
                        "intro C.",
                        "refine (" + spectral.exclusion() + " _ _ _ " + last + ").",
                        "apply C; split; lra."));
    }

    private SpectralClaim spectral(String name, Term bound) {
        int variables = problem.variables().size();
        boolean second = name.equals("eta_lambda_2");
        if (second && variables == 1) {
            throw new NoTermException("in one variable there is no second eigenvalue");
        }
        if (!second && !name.equals("sharpness") && !name.equals("eta_sharpness")) {
            throw new NoTermException(name + " in " + variables
                    + " variables has no closed form here; two variables have, and eigenvalues in any number");
        }
        if (variables > MOST_VARIABLES) {
            throw new NoTermException(
                    "the box has " + variables + " variables; at most " + MOST_VARIABLES + " are exported");
        }
        Term scale = name.equals("sharpness") ? Term.ONE : problem.stepSize();
        return new SpectralClaim(theorems, loss, problem, scale, second, bound);
    }

    private static String compared(boolean above, Term quantity, Term bound) {
        return above ? bound.text() + " < " + quantity.text() : quantity.text() + " < " + bound.text();
    }

    private void holds(String name, List<String> inBox, Condition condition) {
        List<String> steps = condition.kind() == Condition.Kind.NONZERO
                ? List.of(
                        "intros.",
                        "first [apply Rgt_not_eq; " + interval() + " | apply Rlt_not_eq; " + interval() + "].")
                : List.of("intros.", interval() + ".");
        theorems.claim(name, Theorems.forAll(problem.names(), inBox, condition.text()), steps);
    }

    private String interval() {
        String bisected =
                problem.names().stream().map(name -> "i_bisect " + name).collect(Collectors.joining(", "));
        return "interval with (" + bisected + ", i_prec 80, i_depth " + DEPTH + ")";
    }

    private void refute(Claim claim, Term quantity, Term bound, String statement) {
        List<Term> point = claim.witness().orElseThrow().stream()
                .<Term>map(BoxFile::number)
                .toList();
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < point.size(); i++) {
            values.put(problem.names().get(i), point.get(i));
        }
        Term called = quantity.substitute(values);
        String opposite = claim.above() ? called.text() + " <= " + bound.text() : bound.text() + " <= " + called.text();
        String unfolding = "cbv beta delta [" + String.join(" ", quantity.definitions()) + "].";
        theorems.lemma("value_there", opposite, List.of(unfolding, "interval with (i_prec 200)."));
        String chain = claim.above() ? "Rlt_le_trans _ _ _ G value_there" : "Rle_lt_trans _ _ _ value_there G";
        theorems.claim(
                "refutation",
                "~ (" + statement + ")",
                List.of(
                        "intro H.",
                        "assert (G : " + compared(claim.above(), called, bound) + ") by (apply H; split; lra).",
                        "exact (Rlt_irrefl _ (" + chain + "))."));
    }

    private Term quantity(String name) {
        PlanarGeometry geometry = new PlanarGeometry(loss, centre());
        return switch (name) {
            case "sharpness" -> geometry.sharpness();
            case "eta_sharpness" -> new Term.Product(problem.stepSize(), geometry.sharpness());
            case "eta_lambda_2" -> new Term.Product(problem.stepSize(), geometry.secondEigenvalue());
            case "alpha" -> geometry.alpha();
            case "beta" -> geometry.beta();
            case "gamma" -> geometry.gamma();
            default -> throw new NoTermException("no quantity is called " + name);
        };
    }

    /** The centre of the box. */
    private Map<String, Binary64> centre() {
        Map<String, Binary64> centre = new HashMap<>();
        for (int i = 0; i < sides.size(); i++) {
            centre.put(
                    problem.names().get(i),
                    new Binary64(0.5 * (sides.get(i).from() + sides.get(i).to())));
        }
        return centre;
    }

    /** A double, exactly. */
    static Term.Rational number(double value) {
        return new Term.Rational(exact(new BigDecimal(value)));
    }

    private static BigFraction exact(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        return new BigFraction(value.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }
}
