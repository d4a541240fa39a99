/** Encloses the exact run round a run in doubles, step by step, and decides conditions and conclusions over it. */
package org.selfstab.certify.trajectory;
