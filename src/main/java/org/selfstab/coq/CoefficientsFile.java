package org.selfstab.coq;

import static org.selfstab.coq.Term.product;
import static org.selfstab.coq.Term.quotient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.selfstab.recheck.CertifiedIterates.Nearest;

/**
 * Alpha, beta and gamma of theory.md section 1 in three and more variables as a Coq file: at each point of a box about the certificate's {@code dagger_0}, of the unit eigenvector u of the
 * sharpness there. The library encloses u by the residual of a vector and the gap to the second eigenvalue, as there is no closed form of it.
 */
final class CoefficientsFile {

    private static final String MODULE = "run_coefficients";
    /** How closely values are claimed, in their own unit: the box about dagger_0 is far smaller. */
    private static final double CLOSE = 0x1p-26;
    /** Times the radius of the certificate's ball, so that the cube in which dagger_0 is proved to be is inside. */
    private static final int WIDER = 16;

    private final SpectraText spectra;
    private final LossDefinitions loss;
    private final Nearest dagger;
    private final int n;
    private final Theorems theorems = new Theorems();
    private final List<String> names = new ArrayList<>();
    private final ExpressionText expressions;

    /**
     * The file of a run.
     *
     * @param variables the names of the variables, three or more
     * @param loss of the file that this one uses
     * @param dagger the certificate's ball about {@code dagger_0}
     */
    CoefficientsFile(SpectraText spectra, LossDefinitions loss, List<String> variables, Nearest dagger) {
        this.spectra = spectra;
        this.loss = new LossDefinitions(loss, theorems);
        this.dagger = dagger;
        this.n = variables.size();
        names.addAll(variables);
        IntStream.rangeClosed(1, n).mapToObj(i -> "u" + i).forEach(names::add);
        this.expressions = new ExpressionText(names);
    }

    FormalFile file() {
        return new FormalFile("alpha, beta and gamma in a box about dagger_0", MODULE, this::text);
    }

    private Term u(int i) {
        return new Term.Name(names.get(n + i));
    }

    private Term sum(IntFunction<Term> term) {
        return IntStream.range(0, n).mapToObj(term).reduce(Term.ZERO, Term::plus);
    }

    private Term define(String name, Term body) {
        Term.Definition definition = new Term.Definition(name, names, body);
        theorems.define(definition);
        return definition.asCall();
    }

    /** {@code D3L(u, u)}, formula (1). */
    private Term sharpnessSlope(int k) {
        return sum(i -> IntStream.range(i, n)
                .<Term>mapToObj(j -> loss.of(i, j, k)
                        .times(
                                i == j
                                        ? u(i).power(2)
                                        : Term.number(2).times(u(i)).times(u(j))))
                .reduce(Term.ZERO, Term::plus));
    }

    private static Term root(Term square) {
        return square.apply(Term.Function.SQRT);
    }

    private String text() {
        List<Term> slopes = IntStream.range(0, n)
                .mapToObj(k -> define("gradS" + (k + 1), sharpnessSlope(k)))
                .toList();
        Term along = define("kappa3", sum(k -> slopes.get(k).times(u(k))));
        List<Term> normal = IntStream.range(0, n)
                .mapToObj(k -> define("normal" + (k + 1), slopes.get(k).minus(along.times(u(k)))))
                .toList();
        Term alpha = define("alpha", sum(k -> loss.of(k).times(normal.get(k))).negate());
        Term beta = define("beta", sum(k -> normal.get(k).power(2)));
        Term gradient = define("gradient", root(sum(k -> loss.of(k).power(2))));
        Term gamma = define("gamma", quotient(alpha, product(gradient, root(beta))));
        Map<String, Binary64> at = centre();
        Evaluation<Binary64> doubles = Evaluation.inDoubles();
        double size = doubles.of(gradient, at).getReal()
                * Math.sqrt(doubles.of(beta, at).getReal());
        List<Bounded> bounds = List.of(
                near(alpha, at, size), near(beta, at, doubles.of(beta, at).getReal()), near(gamma, at, 1.0));
        return CoqFile.header("spectra frames " + RunFiles.BASE) + "\n" + theorems.lemmas() + proposals()
                + theorem(bounds);
    }

    /** The centre of the ball, and u there. */
    private Map<String, Binary64> centre() {
        Map<String, Binary64> at = new HashMap<>();
        for (int i = 0; i < n; i++) {
            at.put(names.get(i), new Binary64(dagger.centre().get(i)));
        }
        List<Double> direction = spectra.direction(at);
        for (int i = 0; i < n; i++) {
            at.put(names.get(n + i), new Binary64(direction.get(i)));
        }
        return at;
    }

    private static Bounded near(Term term, Map<String, Binary64> at, double unit) {
        double value = Evaluation.inDoubles().of(term, at).getReal();
        double radius = CLOSE * unit;
        if (!Double.isFinite(value) || !(radius > 0.0)) {
            throw new NoTermException("grad L or grad S off u vanishes at dagger_0, or they have no values there");
        }
        return Bounded.within(term, Dyadic.term(value), Dyadic.term(radius));
    }

    /** The box, and the vector that is about u. */
    private String proposals() {
        List<BigFraction> sides =
                new ArrayList<>(dagger.centre().stream().map(Dyadic::exact).toList());
        BigFraction radius = radius(dagger);
        sides.add(radius);
        int scale = sides.stream()
                .mapToInt(side -> side.getDenominator().bitLength() - 1)
                .max()
                .orElseThrow();
        String box = dagger.centre().stream()
                .map(side -> BoxChain.pair(Dyadic.units(Dyadic.exact(side), scale), Dyadic.units(radius, scale)))
                .collect(Collectors.joining("; ", "[", "]"));
        return "\nDefinition scale : nat := " + scale + "%nat.\nDefinition digits := Number.PtoP " + (scale + 60)
                + ".\nDefinition dagger : box := " + box + ".\nDefinition top_vector : frame := "
                + spectra.frame(centre()) + ".\n";
    }

    /** How far points may be from the certificate's dagger_0, in each coordinate. */
    static BigFraction radius(Nearest dagger) {
        return Dyadic.exact(dagger.radius()).multiply(WIDER);
    }

    private String theorem(List<Bounded> bounds) {
        Map<String, Term> values = new HashMap<>();
        for (int i = 0; i < n; i++) {
            values.put(names.get(i), new Term.Name("(q " + i + "%nat)"));
            values.put(names.get(n + i), new Term.Name("(u " + i + "%nat)"));
        }
        String conditions = "(" + expressions.conditions(loss.conditions()) + " ++ "
                + Bounded.conditions(bounds, expressions) + ")";
        String claims = loss.conditions().stream()
                        .map(condition ->
                                new Condition(condition.kind(), condition.term().substitute(values)).text()
                                        + "\n  /\\ ")
                        .collect(Collectors.joining())
                + bounds.stream().map(bound -> bound.text(values)).collect(Collectors.joining("\n  /\\ "));
        String frame = "is_frame " + n + " (hessian q) (axis_of top_vector) s u";
        String around = "(around digits scale dagger [])";
        return "Definition bounds : list condition := " + conditions + ".\n\nLemma framed : frame_shown digits " + n
                + " triangle " + around + " top_vector = true.\n" + RunFiles.COMPUTED
                + "Lemma bounded : forallb (shown digits (around digits scale dagger (firstn " + n
                + " (direction digits " + n + " triangle " + around + " top_vector)))) bounds = true.\n"
                + RunFiles.COMPUTED
                + "\n(* At each point of the box there are a sharpness and its unit eigenvector; the values do not depend on the eigenvector's side. *)\n"
                + "Theorem coefficients : forall q : nat -> R, inside scale dagger q ->\n  (exists s u, " + frame
                + ")\n  /\\ forall s u, " + frame + " ->\n  " + claims
                + ".\nProof.\n  intros q Q. split.\n  - exact (frame_exists digits " + n
                + " triangle hessian symmetric same _ q top_vector (cover_around digits scale dagger [] q Q (nothing_fixed _ _)) framed).\n"
                + "  - intros s u U. exact (at_point digits scale " + n
                + " triangle hessian symmetric same dagger q u s top_vector bounds (eq_refl _) Q framed bounded U).\nQed.\n\n"
                + "Print Assumptions coefficients.\n";
    }
}
