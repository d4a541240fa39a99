/**
 * The claims of problem files and statement files as dynamic tests of JUnit 5, for a paper's own build. JUnit is the caller's: nothing else in
 * the program needs it.
 */
package org.selfstab.companion;
