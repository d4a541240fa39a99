package org.selfstab.generate;

import org.selfstab.vocabulary.SelfstabException;

/** A request that no loss can meet, or none that is built here; the message is one line that tells the way out. */
public final class ImpossibleRequestException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    ImpossibleRequestException(String problem, String remedy) {
        super(problem, remedy);
    }
}
