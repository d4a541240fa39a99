package org.selfstab.claims.order;

/** A failure while a member of a family was run; the message names the member. */
public final class MemberException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MemberException(String member, Throwable cause) {
        super("the family's member with " + member + ": " + cause.getMessage(), cause);
    }
}
