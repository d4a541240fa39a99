package org.selfstab.coq;

import static org.selfstab.coq.Term.difference;
import static org.selfstab.coq.Term.norm;
import static org.selfstab.coq.Term.quotient;

import java.util.List;
import java.util.Map;
import org.hipparchus.util.Binary64;

/**
 * The quantities of theory.md section 1 in two variables, in closed form: with the Hessian {@code ((a, b), (b, c))} the sharpness is the library's {@code
 * sharpness a b c}, u is along (S - c, b) or (b, S - a), whichever does not vanish, and w is u turned by a right angle.
 */
final class PlanarGeometry {

    private static final List<String> ENTRIES = List.of("a", "b", "c");

    private final LossDefinitions loss;
    private final Term sharpness;
    private final Term second;
    private final boolean alongFirst;
    private boolean defined;

    /**
     * The geometry of a loss.
     *
     * @param at a point at which to choose the form of u
     */
    PlanarGeometry(LossDefinitions loss, Map<String, Binary64> at) {
        this.loss = loss;
        List<Term> entries = List.of(loss.of(0, 0), loss.of(0, 1), loss.of(1, 1));
        this.sharpness = loss.derivedQuantity("S", new Term.Call(eigenvalue("sharpness", 1), entries));
        this.second = loss.derivedQuantity("S2", new Term.Call(eigenvalue("second_eigenvalue", -1), entries));
        Evaluation<Binary64> doubles = Evaluation.inDoubles();
        this.alongFirst = doubles.of(loss.of(0, 0), at).getReal()
                >= doubles.of(loss.of(1, 1), at).getReal();
    }

    /** As the library defines it. */
    private static Term.Definition eigenvalue(String name, int sign) {
        Term a = new Term.Name(ENTRIES.get(0));
        Term b = new Term.Name(ENTRIES.get(1));
        Term c = new Term.Name(ENTRIES.get(2));
        Term half = new Term.Product(difference(a, c), Term.number(2).inverse());
        Term root = new Term.Sum(half.power(2), b.power(2)).apply(Term.Function.SQRT);
        Term mean = new Term.Product(new Term.Sum(a, c), Term.number(2).inverse());
        return new Term.Definition(name, ENTRIES, new Term.Sum(mean, sign > 0 ? root : new Term.Negative(root)));
    }

    Term sharpness() {
        return sharpness;
    }

    Term secondEigenvalue() {
        return second;
    }

    /** Whether u is along (S - c, b), and not along (b, S - a). */
    boolean isAlongFirst() {
        return alongFirst;
    }

    /** The first coordinate of u, not normalised. */
    Term topFirst() {
        return loss.derivedQuantity("u1", alongFirst ? sharpness.minus(loss.of(1, 1)) : loss.of(0, 1));
    }

    /** The second one. */
    Term topSecond() {
        return loss.derivedQuantity("u2", alongFirst ? loss.of(0, 1) : sharpness.minus(loss.of(0, 0)));
    }

    /** {@code -(grad L . w)(gradS . w)/(|u|^2 ...)}, formula (3): in two variables grad S off u is along w. */
    Term alpha() {
        define();
        return loss.derivedQuantity(
                "alpha",
                quotient(product("Lw", "Sw").negate(), named("q").power(3).times(named("q"))));
    }

    /** Formula (4). */
    Term beta() {
        define();
        return loss.derivedQuantity(
                "beta", quotient(named("Sw").power(2), named("q").power(3)));
    }

    /** Formula (7): minus the cosine of the angle between grad L and grad S off u. */
    Term gamma() {
        define();
        Term gradient = norm(loss.of(0), loss.of(1));
        Term off = named("Sw").power(2).apply(Term.Function.SQRT);
        Term scaled = named("q").apply(Term.Function.SQRT);
        return loss.derivedQuantity(
                "gamma",
                quotient(product("Lw", "Sw").negate(), new Term.Product(new Term.Product(gradient, off), scaled)));
    }

    private Term product(String a, String b) {
        return new Term.Product(named(a), named(b));
    }

    private Term named(String name) {
        return loss.named(name);
    }

    /** u not normalised, {@code q = |u|^2}, {@code grad L . w} and {@code D3L(u, u, w)} for w = (-u2, u1). */
    private void define() {
        if (defined) {
            return;
        }
        defined = true;
        Term u1 = topFirst();
        Term u2 = topSecond();
        loss.derivedQuantity("q", u1.power(2).plus(u2.power(2)));
        loss.derivedQuantity("Lw", turned(loss.of(0), loss.of(1), u1, u2));
        Term s1 = loss.derivedQuantity("S1", along(u1, u2, 0));
        Term s2 = loss.derivedQuantity("S_2", along(u1, u2, 1));
        loss.derivedQuantity("Sw", turned(s1, s2, u1, u2));
    }

    private static Term turned(Term first, Term second, Term u1, Term u2) {
        return second.times(u1).minus(first.times(u2));
    }

    private Term along(Term u1, Term u2, int i) {
        Term mixed = Term.number(2).times(loss.of(0, 1, i)).times(u1).times(u2);
        return loss.of(0, 0, i)
                .times(u1.power(2))
                .plus(mixed)
                .plus(loss.of(1, 1, i).times(u2.power(2)));
    }
}
