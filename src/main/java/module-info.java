/**
 * Verifies what the self-stabilization theory says about gradient descent at the edge of stability. The doors are {@link
 * org.selfstab.Selfstab} and {@link org.selfstab.Checker}. Exported is what they take and hand
 * out, and what stands in the signatures of that; everything else may change
 * without notice.
 */
module org.selfstab {
    // Transitive is what stands in signatures.
    requires ejml.core;
    requires transitive hipparchus.core;
    requires hipparchus.ode;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.common;
    requires ejml.ddense;
    requires hipparchus.stat;
    requires jas;
    requires matheclipse.core;
    requires matheclipse.parser;
    requires org.apache.commons.csv;
    requires org.apache.commons.text;
    requires org.objectweb.asm;
    requires org.tomlj;

    // Symja is an automatic module, which reads every module but brings only other automatic ones along: these are what
    // it, and what it uses, need.
    requires java.desktop;
    requires java.management;
    requires java.rmi;
    requires java.scripting;
    requires java.sql;
    requires jdk.unsupported;
    requires logicng;
    requires org.apache.commons.lang3;
    requires org.apache.logging.log4j;
    requires org.jgrapht.core;
    requires org.jgrapht.io;

    // What only the command line, documents and tests of claim files need: a program brings what it uses of it.
    requires static VectorGraphics2D;
    requires static com.github.mustachejava;
    requires static info.picocli;
    requires static me.tongfei.progressbar;
    requires static org.jline.reader;
    requires static org.jline.terminal;
    requires static org.junit.jupiter.api;
    requires static org.opentest4j;
    requires static xchart;

    // What the doors take and hand out.
    exports org.selfstab;
    exports org.selfstab.certify;
    exports org.selfstab.claims;
    exports org.selfstab.companion;
    exports org.selfstab.expression;
    exports org.selfstab.interval;
    exports org.selfstab.optimizer;
    exports org.selfstab.problem;
    exports org.selfstab.recheck;
    exports org.selfstab.run;
    exports org.selfstab.vocabulary;

    // Found where a build brings it.
    uses org.selfstab.sweep.Cluster;

    // Read by reflection: records written as JSON, views filled into templates, commands and their options.
    opens org.selfstab.cli to
            info.picocli;
    opens org.selfstab.document to
            com.fasterxml.jackson.databind,
            com.github.mustachejava;
    opens org.selfstab.document.chart to
            com.fasterxml.jackson.databind,
            com.github.mustachejava;
    opens org.selfstab.report to
            com.fasterxml.jackson.databind;
}
