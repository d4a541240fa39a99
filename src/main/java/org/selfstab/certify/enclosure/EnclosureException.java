package org.selfstab.certify.enclosure;

import org.selfstab.vocabulary.SelfstabException;

/** An enclosure that could not be proved; the message names the bound that was not enough. It says nothing about the exact run. */
public final class EnclosureException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    public EnclosureException(String message) {
        super(message);
    }
}
