package org.selfstab.archfixture.geometry;

import com.github.mustachejava.DefaultMustacheFactory;

/** Breaks a rule of the architecture on purpose. */
final class FillsTemplates {

    DefaultMustacheFactory factory() {
        return new DefaultMustacheFactory();
    }
}
