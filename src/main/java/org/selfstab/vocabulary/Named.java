package org.selfstab.vocabulary;

/** What has a name in problem files: a quantity, of which values are stated, or a claim, of which a verdict is. */
public sealed interface Named permits Quantity, Claim {

    /** The name in problem files, for instance {@code coupling.constant}. */
    String key();
}
