package org.selfstab.problem;

import java.util.regex.Pattern;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Which names a file may declare. */
public final class NameRules {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+");

    private NameRules() {}

    /**
     * Refuses what is not a name or has a built-in meaning.
     *
     * @param kind what the name is to be, for messages, for instance {@code variable}
     * @throws SelfstabException if the name cannot be declared
     */
    public static void requireUsable(String kind, String name, Location place) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw place.error(
                    kind + " name " + Suggestion.shortened(name) + " is not a name",
                    "names are letters, digits and _, a letter first");
        }
        if (ExpressionParser.builtInNames().contains(name)) {
            throw place.error(kind + " name " + name + " is built in", "choose another name");
        }
    }
}
