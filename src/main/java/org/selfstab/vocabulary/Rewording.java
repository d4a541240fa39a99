package org.selfstab.vocabulary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula of gradient descent with one unstable eigenvalue, and how it reads elsewhere. */
record Rewording(Notation descent, Notation general, Pattern pattern) {

    Rewording(Notation descent, Notation general) {
        this(descent, general, Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(descent.ascii())));
    }

    Notation in(Notation words) {
        return new Notation(
                inAscii(words.ascii()),
                words.unicode().replace(descent.unicode(), general.unicode()),
                words.latex().replace(descent.latex(), general.latex()));
    }

    String in(String words) {
        return inAscii(words).replace(descent.unicode(), general.unicode());
    }

    private String inAscii(String words) {
        return pattern.matcher(words).replaceAll(Matcher.quoteReplacement(general.ascii()));
    }
}
