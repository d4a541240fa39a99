/**
 * Problems, claims and statements as files of the Coq proof assistant, and their compilation. Nothing of a text reaches such a file but
 * numbers and expressions that were read, under names of this package's own.
 */
package org.selfstab.coq;
