package org.selfstab.coq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.recheck.taylor.Formula;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * A problem in terms of names of this program's own: variables are {@code v1, v2, ...}, parameters left open {@code p1, ...}, all others are replaced by their
 * definitions.
 *
 * @param variables the names of the variables
 * @param names those, and then the names of the open parameters
 * @param originals what the problem calls each name
 * @param loss the loss
 * @param stepSize eta
 * @param start where the run starts, in the order of the variables; it depends on open parameters only
 */
record ProblemTerms(
        List<String> variables,
        List<String> names,
        Map<String, String> originals,
        Term loss,
        Term stepSize,
        List<Term> start) {

    private static final String STEP_SIZE = "eta";

    ProblemTerms {
        originals = Collections.unmodifiableMap(new LinkedHashMap<>(originals));
    }

    /**
     * Under which eta and the start are defined and eta is positive, as far as it does not follow from their signs.
     *
     * @throws NoTermException if they are not
     */
    List<Condition> conditionsOfNumbers() {
        List<Term> numbers = new ArrayList<>(start);
        numbers.add(stepSize);
        Algebra algebra = new Algebra(Set.of());
        List<Condition> conditions =
                new ArrayList<>(Conditions.of(algebra, numbers, false).assumed());
        if (algebra.canonical(stepSize).filter(algebra::isPositive).isEmpty()) {
            conditions.add(new Condition(Condition.Kind.POSITIVE, stepSize));
        }
        return conditions;
    }

    /**
     * Reads a problem by the checker's own parser.
     *
     * @param open the parameters that have no value
     * @throws NoTermException if Coq's reals do not have what it takes
     */
    static ProblemTerms of(StatedProblem stated, List<String> open) {
        stated.requireReadable();
        stated.optimizer().ifPresent(optimizer -> {
            throw new NoTermException(
                    "files for Coq are for gradient descent, and the certificate states an optimizer, "
                            + optimizer.name());
        });
        Map<String, Formula> definitions = new HashMap<>();
        FormulaParser ofParameters =
                new FormulaParser(List.copyOf(stated.parameters().keySet()));
        stated.parameters().forEach((name, text) -> definitions.put(name, ofParameters.parse(text)));
        List<String> all = new ArrayList<>(stated.variables());
        all.addAll(stated.parameters().keySet());
        FormulaParser parser = new FormulaParser(all);
        List<String> kept = new ArrayList<>(stated.variables());
        kept.addAll(open);
        Map<String, String> originals = new LinkedHashMap<>();
        Map<String, Term> terms = new HashMap<>();
        int variables = stated.variables().size();
        for (int i = 0; i < kept.size(); i++) {
            String name = i < variables ? "v" + (i + 1) : "p" + (i - variables + 1);
            originals.put(name, kept.get(i));
            terms.put(kept.get(i), new Term.Name(name));
        }
        TermReader reader = new TermReader(terms);
        List<String> names = List.copyOf(originals.keySet());
        return new ProblemTerms(
                names.subList(0, variables),
                names,
                originals,
                reader.read(parser.parse(stated.loss()).inlined(kept, definitions)),
                reader.read(parser.parse(STEP_SIZE).inlined(kept, definitions)),
                stated.start().values().stream()
                        .map(text -> reader.read(ofParameters.parse(text).inlined(kept, definitions)))
                        .toList());
    }
}
