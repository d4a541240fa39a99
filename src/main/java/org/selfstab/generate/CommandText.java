package org.selfstab.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command line that gives a problem again, with every number stated.
 *
 * @param request the request
 * @param prescription what it asks for, with no hypothesis broken
 * @param dimension the number of variables of the problem built, of which breaking a hypothesis may need one more
 */
record CommandText(Request request, Prescription prescription, int dimension) {

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./,+-]+");

    String text() {
        List<String> words = new ArrayList<>(List.of("selfstab", "generate"));
        for (Prescribed kind : Prescribed.values()) {
            add(words, kind.option(), prescription.of(kind).toString());
        }
        List<String> curvatures = prescription.directions().all().stream()
                .map(ClosedNumber::toString)
                .toList();
        add(words, "--eta-lambda", String.join(",", curvatures));
        add(words, "--dimension", Integer.toString(dimension));
        if (request.form() == Request.Form.PLAIN) {
            words.add("--plain");
        } else {
            add(words, "--seed", Long.toString(request.seed()));
        }
        request.violated().ifPresent(hypothesis -> add(words, "--violate", hypothesis.optionName()));
        return String.join(" ", words);
    }

    private static void add(List<String> words, String option, String value) {
        words.add(option + "=" + (PLAIN_WORD.matcher(value).matches() ? value : "'" + value + "'"));
    }
}
