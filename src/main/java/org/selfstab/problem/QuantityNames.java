package org.selfstab.problem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Understands the names of the quantities of a problem. */
public final class QuantityNames {

    private static final Pattern EIGENVALUE =
            Pattern.compile(Pattern.quote(Quantities.ETA_LAMBDA.key()) + "([1-9][0-9]{0,5})");

    private static final String NUMBER = "([0-9.eE+-]{1,30})";
    private static final Pattern STEPS_TO = Pattern.compile(
            Pattern.quote(Quantities.STEPS_TO.key()) + "\\( ?loss ?< ?" + NUMBER + "(?:/" + NUMBER + ")? ?\\)");

    private static final Set<Quantity.Kind> WRITTEN_WITH_MORE = Set.of(
            Quantity.Kind.EIGENVALUE,
            Quantity.Kind.COORDINATE,
            Quantity.Kind.STEPS_TO,
            Quantity.Kind.OBSERVABLE,
            Quantity.Kind.OBSERVED);

    private final String kind;
    private final List<String> variables;
    private final List<String> observables;

    /**
     * The names of a problem's quantities.
     *
     * @param kind what they are called in messages, for instance {@code expectation}
     * @param variables the problem's variables, as many as its Hessian has eigenvalues
     */
    public QuantityNames(String kind, Collection<String> variables) {
        this(kind, variables, List.of());
    }

    /** The names of the quantities of a problem that was read. */
    public static QuantityNames of(String kind, Problem problem) {
        return new QuantityNames(kind, problem.start().keySet(), problem.observables());
    }

    /**
     * The same of a problem with observables.
     *
     * @param observables what it observes
     */
    QuantityNames(String kind, Collection<String> variables, List<Observable> observables) {
        this.kind = kind;
        this.variables = List.copyOf(variables);
        this.observables = observables.stream().map(Observable::name).toList();
    }

    /**
     * The quantity of a name.
     *
     * @throws SelfstabException if there is none
     */
    public QuantityName read(String name) {
        Matcher eigenvalue = EIGENVALUE.matcher(name);
        if (eigenvalue.matches()) {
            return new QuantityName(name, Quantities.ETA_LAMBDA, existing(name, Integer.parseInt(eigenvalue.group(1))));
        }
        if (name.startsWith(Quantities.LIMIT_COORDINATE.key())
                && variables.contains(
                        name.substring(Quantities.LIMIT_COORDINATE.key().length()))
                && find(name).isEmpty()) {
            int index = variables.indexOf(
                    name.substring(Quantities.LIMIT_COORDINATE.key().length()));
            return new QuantityName(name, Quantities.LIMIT_COORDINATE, index + 1);
        }
        if (STEPS_TO.matcher(name).matches()) {
            if (lossBelow(name).isEmpty()) {
                throw new SelfstabException(
                        Suggestion.shortened(name) + " has no positive number to be below",
                        "write a decimal or a fraction, as in steps_to(loss < 1/1000)");
            }
            return new QuantityName(name, Quantities.STEPS_TO, 0);
        }
        if (name.startsWith(Observable.PREFIX)) {
            return observable(name);
        }
        return find(name).map(QuantityName::of).orElseThrow(() -> unknown(name));
    }

    /** {@code observable.NAME}, or one of the numbers of its values, {@code observable.NAME.largest}. */
    private QuantityName observable(String name) {
        String rest = name.substring(Observable.PREFIX.length());
        if (observables.contains(rest)) {
            return new QuantityName(name, Quantities.OBSERVABLE, 1 + observables.indexOf(rest));
        }
        int dot = rest.lastIndexOf('.');
        if (dot > 0
                && observables.contains(rest.substring(0, dot))
                && ObservedNumber.of(rest.substring(dot + 1)).isPresent()) {
            return new QuantityName(name, Quantities.OBSERVED, 1 + observables.indexOf(rest.substring(0, dot)));
        }
        throw new SelfstabException(
                "unknown " + kind + " " + Suggestion.shortened(name),
                observables.isEmpty()
                        ? "the problem has no [observe]"
                        : "[observe] has " + Suggestion.list(observables) + "; after a name may stand "
                                + ObservedNumber.endings());
    }

    /** Whether a name is that of a quantity, and not only the beginning of some. */
    boolean isName(String name) {
        return find(name).isPresent()
                || (name.startsWith(Observable.PREFIX)
                        && observables.contains(name.substring(Observable.PREFIX.length())));
    }

    /** The number in {@code steps_to(loss < c)}; empty if the name is another, or c no positive number. */
    static Optional<Double> lossBelow(String name) {
        Matcher written = STEPS_TO.matcher(name);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            double numerator = Double.parseDouble(written.group(1).strip());
            double denominator = written.group(2) == null
                    ? 1
                    : Double.parseDouble(written.group(2).strip());
            double bound = numerator / denominator;
            return bound > 0 && Double.isFinite(bound) ? Optional.of(bound) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The quantity or claim of a name that has no index. */
    Optional<Named> find(String name) {
        return named().filter(known -> known.key().equals(name)).findFirst();
    }

    /** All names as they are written, of eigenvalues the second and of coordinates the first, for messages. */
    List<String> all() {
        return Stream.of(
                        named().map(Named::key),
                        Stream.of(Quantities.ETA_LAMBDA.key() + "2"),
                        observables.stream()
                                .flatMap(each -> Stream.concat(
                                        Stream.of(Observable.PREFIX + each),
                                        ObservedNumber.all().map(number -> Observable.PREFIX + each + "." + number))),
                        variables.stream().limit(1).map(variable -> Quantities.LIMIT_COORDINATE.key() + variable),
                        Stream.of(Quantities.STEPS_TO.key() + "(loss < 1e-3)"))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Named> named() {
        Stream<Quantity> quantities = Quantities.all().stream()
                .filter(quantity -> quantity.isExpectable() && !WRITTEN_WITH_MORE.contains(quantity.kind()));
        return Stream.concat(quantities, Claims.all().stream());
    }

    private int existing(String name, int index) {
        if (index > variables.size()) {
            throw new SelfstabException(
                    name + " does not exist: the problem has " + variables.size()
                            + (variables.size() == 1 ? " variable" : " variables"),
                    "the index must be from 1 to " + variables.size());
        }
        return index;
    }

    private SelfstabException unknown(String name) {
        List<String> known = all();
        Optional<String> near = Suggestion.nearest(name, known);
        return new SelfstabException(
                "unknown " + kind + " " + Suggestion.shortened(name),
                near.map(nearest -> "did you mean " + nearest + "?")
                        .orElseGet(() -> "known are " + String.join(", ", known)));
    }
}
