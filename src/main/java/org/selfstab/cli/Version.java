package org.selfstab.cli;

import org.selfstab.run.RunRecord;
import picocli.CommandLine.IVersionProvider;

/** The version, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {RunRecord.thisProgram()};
    }
}
