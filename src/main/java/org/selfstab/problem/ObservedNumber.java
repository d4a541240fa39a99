package org.selfstab.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number of an observable's values along a run. */
public enum ObservedNumber {
    FIRST,
    LAST,
    LEAST,
    LARGEST;

    /** The word in names, {@code observable.NAME.largest}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ObservedNumber> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static Stream<String> all() {
        return Arrays.stream(values()).map(ObservedNumber::word);
    }

    static String endings() {
        return all().map(word -> "." + word).collect(Collectors.joining(", "));
    }
}
