package org.selfstab.archfixture.geometry;

import org.objectweb.asm.ClassWriter;

/** Code generated outside of its room. */
final class GeneratesCode {

    private GeneratesCode() {}

    static ClassWriter writer() {
        return new ClassWriter(0);
    }
}
