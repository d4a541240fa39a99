/** The reduced equation of the oscillation (theory.md section 5) and the central flow (section 6), integrated with the methods of Hipparchus. */
package org.selfstab.dynamics.reduced;
