package org.selfstab.archfixture.geometry;

/** Writes a number as the user's language does. */
final class WritesInTheUsersLocale {

    private WritesInTheUsersLocale() {}

    static String of(int count) {
        return "%,d".formatted(count);
    }
}
