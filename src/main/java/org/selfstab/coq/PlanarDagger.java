package org.selfstab.coq;

import static org.selfstab.coq.Term.difference;
import static org.selfstab.coq.Term.norm;
import static org.selfstab.coq.Term.product;
import static org.selfstab.coq.Term.quotient;
import static org.selfstab.coq.Term.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.Binary64;
import org.selfstab.recheck.CertifiedIterates;

/**
 * The point of the boundary of the stable set in two variables, where it is one point: the zero of {@code Z1 = det(H - (2/eta) I)} and {@code Z2 = grad L . U}, U along u; with the quantities of
 * theory.md section 1 there, and the gradients of the sharpness and of {@code grad L . U} with their lemmas.
 */
final class PlanarDagger {

    private static final int MOST_ITERATIONS = 30;

    /** The numbers at the point: itself, u, those of the step along u and across it, the loss, and kappa_3. */
    private static final List<PointNumber> AT_POINT = List.of(
            new PointNumber("d1", dagger -> new Term.Name("v1")),
            new PointNumber("d2", dagger -> new Term.Name("v2")),
            new PointNumber("u1", dagger -> dagger.named("unit1")),
            new PointNumber("u2", dagger -> dagger.named("unit2")),
            new PointNumber("k", dagger -> dagger.named("rise")),
            new PointNumber("g", dagger -> dagger.named("pull")),
            new PointNumber("l", dagger -> dagger.named("flat")),
            new PointNumber("h", dagger -> dagger.loss.of()),
            new PointNumber("c", dagger -> dagger.named("kappa3")));

    /** The names of these numbers. */
    static final List<String> NUMBERS = AT_POINT.stream().map(PointNumber::name).toList();

    private static final List<String> VARIABLES = List.of("v1", "v2");

    /** The indices of the derivatives of which the others are made and differentiated: L1, L2, L1_1, L1_2, L2_2. */
    private static final List<List<Integer>> BELOW_THIRD =
            List.of(List.of(0), List.of(1), List.of(0, 0), List.of(0, 1), List.of(1, 1));

    private final Theorems theorems = new Theorems();
    private final LossDefinitions loss;
    private final PlanarGeometry geometry;
    private final List<Double> about;
    private final Term eta;
    private final Term edge;
    private final List<Term> zeros = new ArrayList<>();
    private final List<List<Term>> slopes = new ArrayList<>();

    /**
     * A number at the point.
     *
     * @param name what files call it
     * @param of the number as a function of the variables
     */
    private record PointNumber(String name, Function<PlanarDagger, Term> of) {}

    /**
     * The point of a run.
     *
     * @param base the loss and its derivatives, as another file defines them
     * @param stepSize eta
     * @param about where it lies, about
     */
    PlanarDagger(LossDefinitions base, Term stepSize, CertifiedIterates.Nearest about) {
        this.loss = new LossDefinitions(base, theorems);
        this.about = about.centre();
        Map<String, Binary64> at = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            at.put(VARIABLES.get(i), new Binary64(this.about.get(i)));
        }
        this.geometry = new PlanarGeometry(loss, at);
        this.eta = new Term.Definition("eta", List.of(), stepSize).asCall();
        Term.Definition definition = new Term.Definition("edge", List.of(), quotient(Term.number(2), eta));
        theorems.define(definition);
        this.edge = definition.asCall();
        defineZeros();
        defineGradients();
        defineFrame();
    }

    /** The definitions and their lemmas. */
    String text() {
        return theorems.text();
    }

    Term named(String name) {
        return loss.named(name);
    }

    Term edge() {
        return edge;
    }

    Term eta() {
        return eta;
    }

    LossDefinitions loss() {
        return loss;
    }

    // ---- definitions and lemmas ----

    private void defineZeros() {
        Term a = loss.of(0, 0);
        Term b = loss.of(0, 1);
        Term c = loss.of(1, 1);
        boolean first = geometry.isAlongFirst();
        zeros.add(
                loss.derivedQuantity("Z1", difference(product(difference(a, edge), difference(c, edge)), b.power(2))));
        zeros.add(loss.derivedQuantity(
                "Z2",
                first
                        ? sum(product(loss.of(0), difference(edge, c)), product(loss.of(1), b))
                        : sum(product(loss.of(0), b), product(loss.of(1), difference(edge, a)))));
        List<Term> one = new ArrayList<>();
        List<Term> two = new ArrayList<>();
        for (int j = 0; j < 2; j++) {
            Term da = loss.of(0, 0, j);
            Term db = loss.of(0, 1, j);
            Term dc = loss.of(1, 1, j);
            one.add(loss.derivedQuantity(
                    "Z1_" + (j + 1),
                    difference(
                            sum(product(da, difference(c, edge)), product(difference(a, edge), dc)),
                            product(Term.number(2), b, db))));
            Term along = product(loss.of(0, j), first ? difference(edge, c) : b);
            Term bent = product(loss.of(0), first ? new Term.Negative(dc) : db);
            Term across = product(loss.of(1, j), first ? b : difference(edge, a));
            Term turned = product(loss.of(1), first ? db : new Term.Negative(da));
            two.add(loss.derivedQuantity("Z2_" + (j + 1), sum(along, bent, across, turned)));
        }
        slopes.add(one);
        slopes.add(two);
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < BELOW_THIRD.size(); k++) {
                differentiated(k, j);
            }
        }
        for (int k = 0; k < 2; k++) {
            for (int j = 0; j < 2; j++) {
                composed(zeros.get(k), slopes.get(k).get(j), j, List.of(), List.of());
            }
        }
    }

    /** The lemma that a derivative of L by other variables has one more by a variable, which need not be the last. */
    private void differentiated(int k, int j) {
        List<Integer> indices = BELOW_THIRD.get(k);
        List<Integer> more = new ArrayList<>(indices);
        more.add(j);
        loss.differentiated("D" + (k + 1) + "_" + (j + 1), loss.of(indices), j, loss.of(more));
    }

    private String given() {
        return IntStream.range(0, loss.conditions().size())
                .mapToObj(i -> " A" + i)
                .collect(Collectors.joining());
    }

    /** The lemma that a function made of derivatives of L has a derivative, by theirs. */
    private void composed(Term function, Term derivative, int j, List<String> gap, List<String> unfolded) {
        List<String> script = new ArrayList<>();
        script.add("intros v1 v2" + given() + (gap.isEmpty() ? "" : " G") + ".");
        for (int k = 1; k <= BELOW_THIRD.size(); k++) {
            script.add("pose proof (D" + k + "_" + (j + 1) + " v1 v2" + given() + ") as H" + k + ".");
        }
        if (!gap.isEmpty()) {
            script.add("pose proof (gradS" + (j + 1) + "_derivative v1 v2" + given() + " G) as H6.");
        }
        script.add("unfold " + name(function) + ", " + name(derivative)
                + unfolded.stream().map(name -> ", " + name).collect(Collectors.joining()) + ".");
        script.add("composed.");
        theorems.lemma(name(derivative) + "_derivative", loss.derivative(function, j, derivative, gap), script);
    }

    private static String name(Term call) {
        return ((Term.Call) call).definition().name();
    }

    /** {@code gradS}, formula (1), and the gradient of the constraint {@code grad L . U}. */
    private void defineGradients() {
        Term s = geometry.sharpness();
        Term second = geometry.secondEigenvalue();
        Term a = loss.of(0, 0);
        Term b = loss.of(0, 1);
        Term c = loss.of(1, 1);
        Term u1 = geometry.topFirst();
        Term u2 = geometry.topSecond();
        boolean first = geometry.isAlongFirst();
        List<String> gap = List.of(second.text() + " < " + s.text());
        Term constraint = loss.derivedQuantity("constraint", sum(product(loss.of(0), u1), product(loss.of(1), u2)));
        for (int j = 0; j < 2; j++) {
            Term da = loss.of(0, 0, j);
            Term db = loss.of(0, 1, j);
            Term dc = loss.of(1, 1, j);
            Term slope = loss.derivedQuantity(
                    "gradS" + (j + 1),
                    quotient(
                            sum(
                                    product(difference(s, c), da),
                                    product(Term.number(2), b, db),
                                    product(difference(s, a), dc)),
                            difference(s, second)));
            String variable = VARIABLES.get(j);
            String along = "(fun " + variable + " => ";
            theorems.lemma(
                    name(slope) + "_derivative",
                    loss.derivative(s, j, slope, gap),
                    List.of(
                            "intros v1 v2" + given() + " G.",
                            "exact (sharpness_derivative " + along + a.text() + ") " + along + b.text() + ") " + along
                                    + c.text() + ") " + variable + " _ _ _ (D3_" + (j + 1) + " v1 v2" + given()
                                    + ") (D4_" + (j + 1) + " v1 v2" + given() + ") (D5_" + (j + 1) + " v1 v2" + given()
                                    + ") G)."));
            Term straight = product(loss.of(0, j), first ? difference(s, c) : b);
            Term bent = product(loss.of(0), first ? difference(slope, dc) : db);
            Term across = product(loss.of(1, j), first ? b : difference(s, a));
            Term turned = product(loss.of(1), first ? db : difference(slope, da));
            Term gradient = loss.derivedQuantity("constraint" + (j + 1), sum(straight, bent, across, turned));
            composed(constraint, gradient, j, gap, List.of("u1", "u2"));
        }
    }

    /** The unit vector u, {@code gradS_perp}, alpha, beta, kappa_3, delta and eps; and the numbers of the step along u and across it. */
    private void defineFrame() {
        Term u1 = geometry.topFirst();
        Term u2 = geometry.topSecond();
        Term length = norm(u1, u2);
        Term unit1 = loss.derivedQuantity("unit1", quotient(u1, length));
        Term unit2 = loss.derivedQuantity("unit2", quotient(u2, length));
        Term g1 = loss.named("gradS1");
        Term g2 = loss.named("gradS2");
        Term normal1 = loss.derivedQuantity("normal1", off("off1", unit1, unit2, g1, g2));
        Term normal2 = loss.derivedQuantity("normal2", off("off2", unit1, unit2, g1, g2));
        Term alpha = loss.derivedQuantity(
                "alpha", new Term.Negative(sum(product(loss.of(0), normal1), product(loss.of(1), normal2))));
        Term beta = loss.derivedQuantity("beta", sum(normal1.power(2), normal2.power(2)));
        loss.derivedQuantity("kappa3", sum(product(g1, unit1), product(g2, unit2)));
        loss.derivedQuantity("epsilon", product(eta, alpha.apply(Term.Function.SQRT)));
        loss.derivedQuantity(
                "delta", quotient(product(Term.number(2), alpha), beta).apply(Term.Function.SQRT));
        loss.derivedQuantity("rise", difference(product(unit1, g2), product(unit2, g1)));
        loss.derivedQuantity("pull", difference(product(unit1, loss.of(1)), product(unit2, loss.of(0))));
        loss.derivedQuantity("flat", difference(sum(loss.of(0, 0), loss.of(1, 1)), edge));
    }

    /** As the library defines it. */
    private static Term off(String name, Term u1, Term u2, Term w1, Term w2) {
        List<String> parameters = List.of("u1", "u2", "w1", "w2");
        List<Term> names = parameters.stream().<Term>map(Term.Name::new).toList();
        boolean first = name.equals("off1");
        Term along = sum(product(names.get(0), names.get(2)), product(names.get(1), names.get(3)));
        Term body = difference(names.get(first ? 2 : 3), product(names.get(first ? 0 : 1), along));
        return new Term.Call(new Term.Definition(name, parameters, body), List.of(u1, u2, w1, w2));
    }

    // ---- numbers ----

    /** Z1 and Z2, as functions of the variables. */
    List<Term> zeros() {
        return zeros;
    }

    /** The derivative of the k-th by the j-th variable. */
    Term slope(int k, int j) {
        return slopes.get(k).get(j);
    }

    /** The numbers of these names, as functions of the variables. */
    List<Term> numbers() {
        return AT_POINT.stream().map(number -> number.of().apply(this)).toList();
    }

    /** The numbers by their names, with the digits of a field. */
    Map<String, Dfp> numbers(DfpField field) {
        Evaluation<Dfp> decimals = Evaluation.inDecimals(field);
        Map<String, Dfp> point = point(field);
        Map<String, Dfp> numbers = new HashMap<>();
        AT_POINT.forEach(
                number -> numbers.put(number.name(), decimals.of(number.of().apply(this), point)));
        return numbers;
    }

    /** The point, with the digits of a field. */
    private Map<String, Dfp> point(DfpField field) {
        Evaluation<Dfp> decimals = Evaluation.inDecimals(field);
        Map<String, Dfp> point = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            point.put(VARIABLES.get(i), field.newDfp(about.get(i)));
        }
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            Dfp z1 = decimals.of(zeros.get(0), point);
            Dfp z2 = decimals.of(zeros.get(1), point);
            Dfp a = decimals.of(slope(0, 0), point);
            Dfp b = decimals.of(slope(0, 1), point);
            Dfp c = decimals.of(slope(1, 0), point);
            Dfp d = decimals.of(slope(1, 1), point);
            Dfp determinant = a.multiply(d).subtract(b.multiply(c));
            Dfp s1 = d.multiply(z1).subtract(b.multiply(z2)).divide(determinant);
            Dfp s2 = a.multiply(z2).subtract(c.multiply(z1)).divide(determinant);
            point.put("v1", point.get("v1").subtract(s1));
            point.put("v2", point.get("v2").subtract(s2));
        }
        return point;
    }

    /** The inverse of the derivative there, in doubles, row after row. */
    double[] inverse() {
        double[] j = jacobian(about.get(0), about.get(1));
        double determinant = j[0] * j[3] - j[1] * j[2];
        return new double[] {j[3] / determinant, -j[1] / determinant, -j[2] / determinant, j[0] / determinant};
    }

    private double[] jacobian(double x, double y) {
        Map<String, Binary64> at = Map.of("v1", new Binary64(x), "v2", new Binary64(y));
        Evaluation<Binary64> doubles = Evaluation.inDoubles();
        return new double[] {
            doubles.of(slope(0, 0), at).getReal(),
            doubles.of(slope(0, 1), at).getReal(),
            doubles.of(slope(1, 0), at).getReal(),
            doubles.of(slope(1, 1), at).getReal()
        };
    }

    /** How far the inverse times the derivative is from the identity, at a point, by the largest sum of a row. */
    double contraction(double dx, double dy) {
        double[] y = inverse();
        double[] j = jacobian(about.get(0) + dx, about.get(1) + dy);
        double first = Math.abs(1 - y[0] * j[0] - y[1] * j[2]) + Math.abs(y[0] * j[1] + y[1] * j[3]);
        double second = Math.abs(y[2] * j[0] + y[3] * j[2]) + Math.abs(1 - y[2] * j[1] - y[3] * j[3]);
        return Math.max(first, second);
    }
}
