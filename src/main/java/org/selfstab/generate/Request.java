package org.selfstab.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a loss is asked for. Every number is the text of a closed expression, for instance {@code sqrt(2)/3}, or {@value #RANDOM}, which draws
 * one from the seed.
 *
 * @param values the numbers prescribed; others have the default of {@link Prescribed}
 * @param etaLambdas {@code eta lambda_j} of directions other than u, in any order, those not stated being 0; absent for the default
 * @param dimension how many variables; absent for as few as the other wishes need
 * @param seed what the disguise and what is {@value #RANDOM} is drawn from
 * @param form whether to disguise the normal form
 * @param violated the hypothesis to break, if any
 */
public record Request(
        Map<Prescribed, String> values,
        Optional<List<String>> etaLambdas,
        OptionalInt dimension,
        long seed,
        Form form,
        Optional<Violation> violated) {

    /** The text that asks for a number from the seed. */
    public static final String RANDOM = "random";

    /** The eigenvalues of requests that state none. */
    public static final List<String> DEFAULT_ETA_LAMBDAS = List.of("1/2");

    /** How the loss is written. */
    public enum Form {
        /** In coordinates along u, gradS_perp and the others. */
        PLAIN,
        /** The same after a smooth change of variables and a rotation. */
        DISGUISED
    }

    public Request {
        values = Map.copyOf(values);
        etaLambdas = etaLambdas.map(List::copyOf);
    }

    /** Every default. */
    public static Request byDefault() {
        return new Request(Map.of(), Optional.empty(), OptionalInt.empty(), 1, Form.DISGUISED, Optional.empty());
    }

    /** The same request with another hypothesis broken. */
    public Request violating(Violation hypothesis) {
        return new Request(values, etaLambdas, dimension, seed, form, Optional.of(hypothesis));
    }
}
