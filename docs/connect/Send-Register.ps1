#Requires -Version 5.1
<#
.SYNOPSIS
Loads a register into a hub by `hub import`, unattended: compares first, applies only what may be applied, and says how it went.
.NOTES
Exit code 0: applied. 2: nothing was changed, and the event log says why. 1: the command itself failed; run it again.
Nothing of a child or an adult is printed or put into the event log: codes and counts alone.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateScript({ Test-Path $_ -PathType Container })] [string] $Folder,
    [Parameter(Mandatory)] [ValidatePattern('^E(06|08|09|10)\d{6}$')] [string] $Authority,
    [Parameter(Mandatory)] [ValidatePattern('^https://')] [string] $Hub,
    [Parameter(Mandatory)] [string] $Client,
    [Parameter(Mandatory)] [ValidateScript({ Test-Path $_ -PathType Leaf })] [string] $Key,
    [Parameter(Mandatory)] [string] $Practitioner,
    [Parameter(Mandatory)] [string] $Reports,
    [string] $Node = 'C:\hub\node\node.exe',
    [string] $Program = 'C:\hub\app\cli\hub.ts',
    # Of a hundred records, those that may be refused before the load is left to a person.
    [ValidateRange(0, 100)] [int] $MostRefusedPercent = 2,
    # How many cases the load is meant to close, where it would close more than a tenth.
    [int] $Confirm = -1,
    [switch] $Delta
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$source = 'Safeguarding hub'

function Write-Outcome([string] $Text, [string] $Kind, [int] $Code) {
    Write-Output $Text
    # The source is registered once, by an administrator: New-EventLog -LogName Application -Source 'Safeguarding hub'
    try { Write-EventLog -LogName Application -Source $source -EntryType $Kind -EventId (1000 + $Code) -Message $Text }
    catch { Write-Warning 'the event log has no source for this script: see its page' }
}

function Test-OpenToAll([string] $Path) {
    # Everyone, users who have signed in, users of this machine: by number, for their names are translated.
    $all = 'S-1-1-0', 'S-1-5-11', 'S-1-5-32-545'
    $rules = (Get-Acl -LiteralPath $Path).GetAccessRules($true, $true, [System.Security.Principal.SecurityIdentifier])
    $open = $rules | Where-Object { $_.AccessControlType -eq 'Allow' -and $all -contains $_.IdentityReference.Value }
    return @($open).Count -gt 0
}

function Invoke-Import([string[]] $More) {
    $words = @($Program, 'import', $Folder, '--authority', $Authority, '--hub', $Hub, '--client', $Client,
        '--key', $Key, '--practitioner', $Practitioner, '--reports', $Reports, '--json') + $More
    if ($Delta) { $words += '--delta' }
    # Progress goes to standard error, which stays as it is: Windows PowerShell takes it for errors where it is redirected.
    $text = & $Node @words
    if ($LASTEXITCODE -ne 0) { return $null }
    return ($text | Out-String | ConvertFrom-Json)
}

$only = New-Object System.Threading.Mutex($false, "Global\hub-register-$Authority")
$isMine = $false
# A load that was ended by force left it behind: then it is ours.
try { $isMine = $only.WaitOne(0) } catch [System.Threading.AbandonedMutexException] { $isMine = $true }
if (-not $isMine) { Write-Outcome 'another load of this register is running' 'Warning' 2; exit 2 }
try {
    if (Test-OpenToAll $Key) { Write-Outcome 'the private key can be read by all users of this machine: nothing was sent' 'Error' 2; exit 2 }

    $compared = Invoke-Import @()
    if ($null -eq $compared) {
        $code = if ($LASTEXITCODE -eq 2) { 2 } else { 1 }
        Write-Outcome "not compared (exit code $LASTEXITCODE): the sentence above says why. Nothing was changed" 'Error' $code
        exit $code
    }
    $records = $compared.records
    $all = $records.loaded + $records.refused
    $counts = "$($records.loaded) children, $($records.refused) refused, $($records.leftOut) left out, $($records.purged) to be purged"
    if ($all -eq 0) { Write-Outcome 'the files tell of no child: nothing was changed' 'Error' 2; exit 2 }
    if (-not $Delta -and $compared.extent -eq 'DELTA') { $counts += '; of some rows nobody knows whom they are about, so nobody was taken for gone' }
    if (100 * $records.refused -gt $MostRefusedPercent * $all) {
        Write-Outcome "too many records are refused ($counts): nothing was changed. The rows to mend lie in the folder of reports" 'Error' 2
        exit 2
    }

    $more = @('--apply')
    if ($Confirm -ge 0) { $more += '--confirm', "$Confirm" }
    $applied = Invoke-Import $more
    if ($null -eq $applied -and $LASTEXITCODE -eq 2) {
        Write-Outcome 'not applied: the sentence above says why. If it would close many cases and that is meant, say how many with -Confirm' 'Error' 2
        exit 2
    }
    if ($null -eq $applied) { Write-Outcome "not applied, or not wholly (exit code $LASTEXITCODE). Run it again: it goes on where it was" 'Error' 1; exit 1 }
    Write-Outcome "applied: $counts" 'Information' 0
    exit 0
}
finally { $only.ReleaseMutex() }
