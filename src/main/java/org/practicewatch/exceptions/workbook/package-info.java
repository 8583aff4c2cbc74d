/** Lists as workbooks that only their team can open. */
@NullMarked
package org.practicewatch.exceptions.workbook;

import org.jspecify.annotations.NullMarked;
