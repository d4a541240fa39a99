package org.selfstab.archfixture.geometry;

import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON outside of its room. */
final class PrintsJson {

    private PrintsJson() {}

    static ObjectMapper mapper() {
        return new ObjectMapper();
    }
}
