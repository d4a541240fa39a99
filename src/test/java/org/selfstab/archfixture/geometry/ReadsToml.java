package org.selfstab.archfixture.geometry;

import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** A problem file read outside of its room. */
final class ReadsToml {

    private ReadsToml() {}

    static TomlParseResult read() {
        return Toml.parse("");
    }
}
