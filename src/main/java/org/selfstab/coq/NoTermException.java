package org.selfstab.coq;

import org.selfstab.vocabulary.SelfstabException;

/** Says why something has no Coq file. */
public final class NoTermException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    NoTermException(String problem) {
        super(problem, "what Coq can be given is said in coq.md");
    }
}
