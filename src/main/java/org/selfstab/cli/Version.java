package org.selfstab.cli;

import org.selfstab.run.BuildFingerprint;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.IVersionProvider;

/** The version, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {RunRecord.thisProgram()};
    }

    /** What tells programs apart that compute differently: the version and the digest of the classes. */
    static String withClasses() {
        return new Version().getVersion()[0] + ", classes " + BuildFingerprint.digestWith(Version.class);
    }
}
